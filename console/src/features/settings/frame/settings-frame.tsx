import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Switch.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { Link, Outlet } from '@tanstack/react-router';
import { settings as text } from '#text/settings';
import { useSession } from '../../../api/session';
import { sectionsFor } from '../sections';
import nav from '../../../ui/nav-link.module.css';
import classes from './settings-frame.module.css';

/** The pages of the settings beside the list of them. */
export default function SettingsFrame() {
  const session = useSession();
  return (
    <div className={classes.root}>
      <nav aria-label={text.title} className={classes.nav}>
        <p className={classes.title}>{text.title}</p>
        <ul className={classes.list}>
          {sectionsFor(session?.role).map(({ to, label }) => (
            <li key={to}>
              <Link to={to} className={nav.link} activeProps={{ 'data-active': true }}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  );
}
