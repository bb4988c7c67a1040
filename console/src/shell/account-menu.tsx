import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLogout, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { shell as text } from '#text/shell';
import type { Profile } from '../api/client';
import { Face } from '../ui/face';
import { notifyFailure } from './notices';
import { signOut } from './sign-out';
import { SCHEMES, useTheme } from './theme-commands';
import classes from './account-menu.module.css';

export function AccountMenu({ profile }: { readonly profile: Profile | undefined }) {
  const { colorScheme, setColorScheme } = useTheme();
  const name = profile?.name ?? '';
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <Face name={name} />
          <span className={classes.name}>
            <span className="visually-hidden">{text.account}: </span>
            {name}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={colorScheme === scheme && <IconCheck size={16} />}
          >
            {text.theme[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings/profile" leftSection={<IconUserCog size={16} />}>
          {text.profile}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut().catch(notifyFailure)}>
          {text.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
