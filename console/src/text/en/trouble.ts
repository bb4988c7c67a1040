/** What people read when something fails. */
export const trouble = {
  unreachable: 'The server cannot be reached. Check the connection; nothing you typed is lost.',
  limited: 'Too many requests. Try again in {seconds} seconds.',
  unavailable: 'The server is busy. Try again in a moment.',
  unexpected: 'Something went wrong on the server.',
  notFound: 'There is nothing here',
  notFoundHint: 'It may have been deleted, belong to somebody else, or never have existed.',
  backToInbox: 'Back to the inbox',
  crashed: 'This page ran into an error',
  crashedHint: 'Reload it to go on. Drafts are kept.',
  reload: 'Reload',
  loading: 'Loading …',
  requestId: 'Request {id}',
} as const;
