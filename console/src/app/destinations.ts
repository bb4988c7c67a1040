import { IconChartBar, IconSettings } from '@tabler/icons-react';
import { app as text } from '#text/app';
import { dashboard } from '#text/dashboard';
import type { Destination } from '../shell/destination';

/** The main navigation beside the views of the inbox, in order. */
export const DESTINATIONS: readonly Destination[] = [
  {
    id: 'dashboard',
    label: dashboard.title,
    to: '/dashboard',
    icon: IconChartBar,
    keys: 'g d',
    roles: ['agent', 'admin'],
  },
  {
    ...{ id: 'settings', label: text.settings, to: '/settings', icon: IconSettings, keys: 'g s' },
    roles: ['agent', 'admin', 'owner'],
  },
];
