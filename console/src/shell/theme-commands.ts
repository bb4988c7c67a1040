import { useMantineColorScheme } from '@mantine/core';
import { shell as text } from '#text/shell';
import { useCommands } from './commands';

export const SCHEMES = ['auto', 'light', 'dark'] as const;

/** The theme and how to set it. Transitions go on meanwhile: halting them would take a style written into the page. */
export function useTheme() {
  return useMantineColorScheme({ keepTransitions: true });
}

export function useThemeCommands(): void {
  const { setColorScheme } = useTheme();
  useCommands(
    SCHEMES.map((scheme) => ({
      id: `theme-${scheme}`,
      label: text.theme[scheme],
      group: 'anywhere',
      run: () => setColorScheme(scheme),
    })),
  );
}
