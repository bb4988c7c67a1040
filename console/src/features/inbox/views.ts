import { inbox as text } from '#text/inbox';

export interface View {
  readonly id: ViewId;
  readonly label: string;
  readonly keys: string;
  /** Of the list, as the API takes it. */
  readonly filter: Readonly<Record<string, string>>;
  readonly sort: Sort;
}

export const VIEW_IDS = ['needs-reply', 'mine', 'unassigned', 'all', 'resolved'] as const;
export type ViewId = (typeof VIEW_IDS)[number];

export const SORTS = ['-priority', '-updated_at', '-created_at', 'created_at'] as const;
export type Sort = (typeof SORTS)[number];

const OPEN = 'open,in_progress,pending';

/** A pending ticket waits for its requester; any other that is not settled waits for the desk. */
const VIEWS_BY_ID: Readonly<Record<ViewId, Omit<View, 'id' | 'label'>>> = {
  'needs-reply': { keys: 'g i', filter: { status: 'open,in_progress' }, sort: '-priority' },
  mine: { keys: 'g m', filter: { status: OPEN, assignee_id: 'me' }, sort: '-updated_at' },
  unassigned: { keys: 'g u', filter: { status: OPEN, assignee_id: 'null' }, sort: '-priority' },
  all: { keys: 'g a', filter: { status: OPEN }, sort: '-updated_at' },
  resolved: { keys: 'g r', filter: { status: 'resolved,closed' }, sort: '-updated_at' },
};

export const VIEWS: readonly View[] = VIEW_IDS.map((id) => ({ id, label: text.view[id], ...VIEWS_BY_ID[id] }));

export function viewOf(id: string): View | undefined {
  return VIEWS.find((each) => each.id === id);
}

/** The lists of all views, as counts take them. */
export const VIEW_FILTERS: readonly string[] = VIEWS.map(({ filter }) => new URLSearchParams(filter).toString());
