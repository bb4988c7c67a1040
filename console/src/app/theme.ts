import {
  createTheme,
  defaultVariantColorsResolver,
  type DrawerProps,
  type MenuProps,
  type ModalProps,
  type ModalRootProps,
  type PopoverProps,
  type SelectProps,
  type TagsInputProps,
  type TooltipProps,
} from '@mantine/core';

const ACCENT = {
  background: 'var(--mantine-primary-color-filled)',
  hover: 'var(--mantine-primary-color-filled-hover)',
  color: 'var(--mantine-primary-color-contrast)',
};
const SOFT = {
  background: 'var(--mantine-primary-color-light)',
  hover: 'var(--mantine-primary-color-light-hover)',
  color: 'var(--mantine-primary-color-light-color)',
};

/**
 * Colours and sizes are in theme.css, since nothing may write styles into the page (its policy forbids it): for the same
 * reason no component locks the scrolling of the page, which does not scroll.
 */
export const theme = createTheme({
  primaryColor: 'indigo',
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const isAccent = input.color === undefined || input.color === 'indigo';
    if (isAccent && input.variant === 'filled') return { ...colors, ...ACCENT, border: 'none' };
    if (isAccent && input.variant === 'light') return { ...colors, ...SOFT, border: 'none' };
    return colors;
  },
  cursorType: 'pointer',
  // Named by their types alone: what only later parts use is not loaded for its defaults.
  components: {
    Modal: { defaultProps: { lockScroll: false, radius: 'md' } satisfies Partial<ModalProps> },
    ModalRoot: { defaultProps: { lockScroll: false, radius: 'md' } satisfies Partial<ModalRootProps> },
    Drawer: { defaultProps: { lockScroll: false } satisfies Partial<DrawerProps> },
    Tooltip: { defaultProps: { openDelay: 400 } satisfies Partial<TooltipProps> },
    Menu: {
      defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 80 } } satisfies Partial<MenuProps>,
    },
    Popover: { defaultProps: { shadow: 'md', radius: 'md' } satisfies Partial<PopoverProps> },
    Select: {
      defaultProps: {
        comboboxProps: { shadow: 'md', transitionProps: { duration: 80 } },
      } satisfies Partial<SelectProps>,
    },
    TagsInput: { defaultProps: { comboboxProps: { shadow: 'md' } } satisfies Partial<TagsInputProps> },
  },
});
