/**
 * The names of the routes under `api/ticket`. The vendor's page has lost three of the five; those, and the aliases that
 * frontends may have learned instead, are guesses after its sibling pages. A correction is a line here. The first name
 * of each is the one that is documented.
 */
export const ROUTES = {
  create: ['create', ''],
  list: ['get', '', 'fetch', 'get-tickets'],
  reply: ['create-reply'],
  adminList: ['admin-get', 'admin', 'admin-fetch', 'admin-get-tickets'],
  adminReply: ['admin-create-reply'],
};
