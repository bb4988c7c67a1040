import { ActionIcon, Button, Drawer, Tooltip } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconInbox, IconKeyboard, IconMenu2, IconPencilPlus, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { shell as text } from '#text/shell';
import type { Profile } from '../api/client';
import { LiveBadge } from '../live/live-badge';
import { AccountMenu } from './account-menu';
import { type Command, useCommands } from './commands';
import type { Destination } from './destination';
import { Keys } from './keys';
import { NoticeRegion } from './notice-region';
import { useShortcuts } from './shortcuts';
import { useThemeCommands } from './theme-commands';
import { say } from '../text/say';
import { usePreloaded } from '../ui/use-preloaded';
import nav from '../ui/nav-link.module.css';
import classes from './shell.module.css';

const loadPalette = () => import('./palette');
const loadCheatSheet = () => import('./cheat-sheet');
const Palette = lazy(loadPalette);
const CheatSheet = lazy(loadCheatSheet);
const loadDialogs = () => Promise.all([loadPalette(), loadCheatSheet()]);

interface ShellProps {
  readonly profile: Profile | undefined;
  readonly destinations: readonly Destination[];
  /** The lists that people work through, with how much is in each. */
  readonly views: ReactNode;
  /** What was not sent yet, if anything. */
  readonly unsent: ReactNode;
  readonly isStaff: boolean;
  readonly children: ReactNode;
}

/** Navigation, palette, keys and notices around the page. */
export function Shell({ profile, destinations, views, unsent, isStaff, children }: ShellProps) {
  const navigate = useNavigate();
  const isNarrow = useMediaQuery('(max-width: 768px)', undefined, { getInitialValueInEffect: false });
  const [paletteOpen, palette] = useDisclosure();
  const [cheatSheetOpen, cheatSheet] = useDisclosure();
  const [menuOpen, menu] = useDisclosure();

  usePreloaded(loadDialogs);
  useShortcuts();
  useThemeCommands();
  useCommands([
    {
      id: 'palette',
      label: text.palette.title,
      group: 'anywhere',
      keys: 'mod+k',
      worksWhileTyping: true,
      isKeyOnly: true,
      opensDialog: true,
      run: palette.open,
    },
    { id: 'cheat-sheet', label: text.shortcuts, group: 'anywhere', keys: '?', opensDialog: true, run: cheatSheet.open },
    { id: 'api-docs', label: text.apiDocs, group: 'anywhere', run: () => window.open('/docs', '_blank', 'noopener') },
    ...(isStaff
      ? [
          {
            id: 'new-ticket',
            label: text.newTicket,
            group: 'anywhere',
            keys: 'c',
            run: () => void navigate({ to: '/new' }),
          } satisfies Command,
        ]
      : []),
    ...destinations.map(({ id, label, keys, to }): Command => ({
      id: `go-${id}`,
      label: say(text.goTo, { place: label }),
      group: 'anywhere',
      keys,
      run: () => void navigate({ to }),
    })),
  ]);

  const navigation = (
    <>
      <button type="button" className={classes.search} onClick={palette.open}>
        <IconSearch size={16} stroke={1.8} />
        <span className={classes.searchText}>{text.search}</span>
        <Keys keys="mod+k" />
      </button>
      {isStaff && (
        <Button component={Link} to="/new" leftSection={<IconPencilPlus size={16} />} fullWidth className={classes.new}>
          {text.newTicket}
        </Button>
      )}
      <nav aria-label={text.navigation} className={classes.nav}>
        {views}
        {destinations.length > 0 && (
          <ul className={classes.destinations}>
            {destinations.map(({ id, label, to, icon: Icon }) => (
              <li key={id}>
                <Link to={to} className={nav.link} activeProps={{ 'data-active': true }}>
                  <Icon size={17} stroke={1.7} />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </nav>
      <div className={classes.foot}>
        <AccountMenu profile={profile} />
        <Tooltip label={text.shortcuts}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text.shortcuts} onClick={cheatSheet.open}>
            <IconKeyboard size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
    </>
  );

  return (
    <div className={classes.root}>
      <a href="#content" className={classes.skip}>
        {text.skipToContent}
      </a>
      {!isNarrow && (
        <header className={classes.sidebar}>
          <div className={classes.brand}>
            <span className={classes.tenant}>{profile?.tenant?.name ?? text.product}</span>
            {isStaff && <LiveBadge />}
            {unsent}
          </div>
          {navigation}
        </header>
      )}
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      {isNarrow && (
        <>
          <div className={classes.connection}>
            {isStaff && <LiveBadge />}
            {unsent}
          </div>
          <nav aria-label={text.menu} className={classes.bar}>
            <Link to="/" className={classes.barItem}>
              <IconInbox size={20} stroke={1.7} />
              {profile?.tenant ? text.bar.inbox : text.bar.home}
            </Link>
            <button type="button" className={classes.barItem} onClick={palette.open}>
              <IconSearch size={20} stroke={1.7} />
              {text.bar.search}
            </button>
            {isStaff && (
              <Link to="/new" className={classes.barItem}>
                <IconPencilPlus size={20} stroke={1.7} />
                {text.bar.new}
              </Link>
            )}
            <button type="button" className={classes.barItem} onClick={menu.open}>
              <IconMenu2 size={20} stroke={1.7} />
              {text.menu}
            </button>
          </nav>
        </>
      )}
      <Drawer
        opened={menuOpen}
        onClose={menu.close}
        title={profile?.tenant?.name ?? text.product}
        size="280px"
        closeButtonProps={{ 'aria-label': text.close }}
      >
        <div
          className={classes.drawer}
          onClickCapture={(event) => (event.target as Element).closest('a') && menu.close()}
        >
          {navigation}
        </div>
      </Drawer>
      <NoticeRegion />
      <Suspense>
        {paletteOpen && <Palette close={palette.close} />}
        {cheatSheetOpen && <CheatSheet close={cheatSheet.close} />}
      </Suspense>
    </div>
  );
}
