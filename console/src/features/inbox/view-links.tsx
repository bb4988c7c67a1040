import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { shell } from '#text/shell';
import { useCommands } from '../../shell/commands';
import { say } from '../../text/say';
import { countsQuery } from '../../tickets/queries';
import { VIEW_FILTERS, VIEWS } from './views';
import nav from '../../ui/nav-link.module.css';
import classes from './view-links.module.css';

/** The lists to work through, with how many tickets are in each. */
export function ViewLinks() {
  const navigate = useNavigate();
  const { data: counts } = useQuery(countsQuery(VIEW_FILTERS));
  useCommands(
    VIEWS.map(({ id, label, keys }) => ({
      id: `go-${id}`,
      label: say(shell.goTo, { place: label }),
      group: 'anywhere',
      keys,
      run: () => void navigate({ to: '/inbox/$view', params: { view: id } }),
    })),
  );
  return (
    <ul className={classes.list} aria-label={shell.views}>
      {VIEWS.map(({ id, label }, index) => (
        <li key={id}>
          <Link
            to="/inbox/$view"
            params={{ view: id }}
            className={nav.link}
            activeOptions={{ includeSearch: false }}
            activeProps={{ 'data-active': true }}
          >
            <span>{label}</span>
            <span className={classes.count}>{counts?.[index]}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
