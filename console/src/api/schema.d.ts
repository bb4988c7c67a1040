/** The HTTP API as its OpenAPI document tells it. Written by `npm run api:types`. */
export interface paths {
  '/api/v1/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the API keys */
    get: operations['listApiKeys'];
    put?: never;
    /**
     * Create an API key
     * @description The key is shown in this answer only.
     */
    post: operations['createApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/api-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke an API key */
    delete: operations['deleteApiKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Upload a file
     * @description Name its id in a ticket or a message within 24 hours, or it is removed.
     */
    post: operations['uploadAttachment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attachments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a file’s data and a fresh link */
    get: operations['getAttachment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attachments/{id}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download a file
     * @description Not in the envelope. Answers ranges and `If-None-Match`. There is none of a file kept elsewhere.
     */
    get: operations['downloadAttachment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the audit log
     * @description Sign-ins, accepted and refused, and every change of who may do what, with the address it came from. The newest first. An admin reads what concerns their tenant, the owner what concerns the installation.
     */
    get: operations['readAuditLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in with e-mail and password */
    post: operations['login'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign out
     * @description The access token and its refresh tokens end on every node within five seconds.
     */
    post: operations['logout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the own profile */
    get: operations['getProfile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change the own profile */
    patch: operations['changeProfile'];
    trace?: never;
  };
  '/api/v1/auth/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change the own password
     * @description Ends all other sessions.
     */
    post: operations['changePassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Trade a refresh token for a new pair
     * @description Using a refresh token twice ends the whole session.
     */
    post: operations['refresh'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register as a customer
     * @description Only where the tenant allows sign-up.
     */
    post: operations['register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the categories in order */
    get: operations['listCategories'];
    put?: never;
    /** Create a category */
    post: operations['createCategory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/categories/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a category
     * @description One that tickets have is archived instead.
     */
    delete: operations['deleteCategory'];
    options?: never;
    head?: never;
    /** Change, move, archive or bring back a category */
    patch: operations['changeCategory'];
    trace?: never;
  };
  '/api/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the events of all tickets and of the tenant
     * @description In the order of their commits, oldest first, nothing skipped. `meta.next_cursor` is there at the end, too: ask again with it. Customers see public events of their tickets only.
     */
    get: operations['listEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow the events as they happen
     * @description Server-sent events, not in the envelope: `event` is the type, `data` the event as in the feed, `id` what to come
     *     again with as `Last-Event-ID`. Without one it starts now. Nothing is left out and nothing comes twice between one
     *     connection and the next. An event `reset` says that events were missed because they are not kept any more. A comment comes
     *     every 15 seconds. The stream ends when the token does: connect again with a fresh one.
     */
    get: operations['streamEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/linked-resources/{type}/{external_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a linked resource */
    get: operations['getLinkedResource'];
    /** Put a linked resource */
    put: operations['putLinkedResource'];
    post?: never;
    /** Forget a linked resource */
    delete: operations['deleteLinkedResource'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/agents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Report what agents have and did
     * @description Agents and admins, the first 200 who came; those deactivated only if they have or did something. Tickets count for whom they are assigned to now, replies for who wrote them, those to tickets deleted since too. The percentiles are exact, by the nearest rank, and shown in whole seconds; time goes by the clock, nights and weekends too. Exact over all tickets but deleted ones; a range has 366 days at most.
     */
    get: operations['reportAgents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/busiest-hours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Report at which hours of the week tickets are opened
     * @description Exact over all tickets but deleted ones; a range has 366 days at most.
     */
    get: operations['reportBusiestHours'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/daily': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Report tickets created and resolved per day
     * @description A ticket counts as resolved on the day of the resolution that stands: one reopened since does not. Exact over all tickets but deleted ones; a range has 366 days at most. How many are open now by status, priority and category tells `GET /api/v1/tickets/counts`.
     */
    get: operations['reportDays'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/response-times': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Report how long first responses and resolutions took
     * @description Of the tickets that had their first response, or were resolved, in the range, whenever they were opened. The percentiles are exact, by the nearest rank, and shown in whole seconds; time goes by the clock, nights and weekends too. Exact over all tickets but deleted ones; a range has 366 days at most.
     */
    get: operations['reportResponseTimes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/setup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make the owner and the first tenant
     * @description Once, on the first run. The same person can then sign in to the tenant as its admin.
     */
    post: operations['completeSetup'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/teams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the teams */
    get: operations['listTeams'];
    put?: never;
    /** Create a team */
    post: operations['createTeam'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/teams/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a team */
    get: operations['getTeam'];
    put?: never;
    post?: never;
    /**
     * End a team
     * @description Its members are in no team then; tickets stay with their requesters.
     */
    delete: operations['deleteTeam'];
    options?: never;
    head?: never;
    /** Change a team */
    patch: operations['changeTeam'];
    trace?: never;
  };
  '/api/v1/teams/{id}/members/{user_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Put a user into a team */
    put: operations['addTeamMember'];
    post?: never;
    /** Take a user out of a team */
    delete: operations['removeTeamMember'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tenant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the own tenant with its settings */
    get: operations['getOwnTenant'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change settings of the own tenant
     * @description Secrets of dialects are write-only: setting one again replaces it. Hosts and what a dialect tells the tenant by can be one tenant’s only: `already_exists` when another has them.
     */
    patch: operations['changeOwnTenant'];
    trace?: never;
  };
  '/api/v1/tenant/identity-providers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the identity providers */
    get: operations['listIdentityProviders'];
    put?: never;
    /**
     * Add an identity provider
     * @description Users whose tokens it signs need no account here: they become customers on first use.
     */
    post: operations['createIdentityProvider'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tenant/identity-providers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove an identity provider */
    delete: operations['deleteIdentityProvider'];
    options?: never;
    head?: never;
    /** Change an identity provider */
    patch: operations['changeIdentityProvider'];
    trace?: never;
  };
  '/api/v1/tenant/identity-providers/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Test a token
     * @description Judges a token as a request with it would be judged, and tells why it would be refused. Nobody is signed in, no account is made, and the token is not kept.
     */
    post: operations['testToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tenants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the tenants */
    get: operations['listTenants'];
    put?: never;
    /**
     * Create a tenant
     * @description With its first admin, or none: both are made, or neither.
     */
    post: operations['createTenant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tenants/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a tenant */
    get: operations['getTenant'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Suspend or reactivate a tenant, or change its settings
     * @description The users of a suspended tenant get `tenant_suspended` within five seconds.
     */
    patch: operations['changeTenant'];
    trace?: never;
  };
  '/api/v1/tickets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List tickets
     * @description Those the caller may see: customers their own, their team’s if it shares, and those they take part in. A page may hold fewer than `limit`, or none, though `has_more` is true: where hardly any of very many tickets are wanted, a page ends after the first fifty thousand it met, and the next goes on from there.
     */
    get: operations['listTickets'];
    put?: never;
    /**
     * Open a ticket
     * @description The description becomes message no. 1. Staff may open it for somebody else with `requester`.
     */
    post: operations['openTicket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tickets/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a ticket with its newest messages
     * @description By number (`3`) or reference (`TK-2026-00003`). Does not mark anything as read.
     */
    get: operations['getTicket'];
    put?: never;
    post?: never;
    /**
     * Delete a ticket
     * @description It is gone from every read; its events remain.
     */
    delete: operations['deleteTicket'];
    options?: never;
    head?: never;
    /**
     * Change a ticket
     * @description Staff any field; its requester the subject, while it is open.
     */
    patch: operations['editTicket'];
    trace?: never;
  };
  '/api/v1/tickets/{number}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Assign a ticket, or take it from its assignee */
    post: operations['assignTicket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tickets/{number}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take an unassigned ticket
     * @description Of several at once exactly one wins; the others learn who.
     */
    post: operations['claimTicket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tickets/{number}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close a ticket
     * @description A closed ticket takes no messages until it is reopened.
     */
    post: operations['closeTicket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tickets/{number}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the timeline of a ticket
     * @description Oldest first. Customers see public events only.
     */
    get: operations['listTicketEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tickets/{number}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the messages of a ticket
     * @description Newest first.
     */
    get: operations['listMessages'];
    put?: never;
    /**
     * Add a message
     * @description A customer’s message on a pending or resolved ticket opens it again.
     */
    post: operations['postMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tickets/{number}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mark messages as read */
    post: operations['markRead'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tickets/{number}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reopen a ticket */
    post: operations['reopenTicket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tickets/{number}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Resolve a ticket */
    post: operations['resolveTicket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tickets/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count tickets
     * @description Of those the caller may see: by status, priority, category or assignee, and up to 30 lists in one request. Exact to 10000, `"10000+"` beyond. The other filters narrow the groups of `by`, not the lists of `filter`. Categories and assignees without tickets are left out; of many the first hundred are counted, or those that the filter names.
     */
    get: operations['countTickets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tickets/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export a list of tickets as CSV
     * @description All tickets of the list with these filters that the caller may see, not in the envelope: UTF-8 with a byte order mark, lines of RFC 4180, the first of them the names of the columns. A cell that a spreadsheet would take for a formula begins with an apostrophe. It is sent while it is read; a connection that breaks before the end has not brought all. Sorted by creation from the newest unless asked otherwise: so every ticket that was there is in it once, whatever changes meanwhile. Two at a time for one caller, else `unavailable`.
     */
    get: operations['exportTickets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List customers and staff */
    get: operations['listUsers'];
    put?: never;
    /**
     * Create a local account
     * @description Without a password nobody can sign in to it until an admin sets one.
     */
    post: operations['createUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a user */
    get: operations['getUser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a user
     * @description A deactivated user is signed out everywhere within five seconds.
     */
    patch: operations['changeUser'];
    trace?: never;
  };
  '/api/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the webhooks */
    get: operations['listWebhooks'];
    put?: never;
    /**
     * Add a webhook
     * @description Told of what happens from now on, by Standard Webhooks: `{type, timestamp, data}`, where `data` is the event as in `GET /events`. The secret is shown in this answer only.
     */
    post: operations['createWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a webhook */
    get: operations['getWebhook'];
    put?: never;
    post?: never;
    /** Remove a webhook */
    delete: operations['deleteWebhook'];
    options?: never;
    head?: never;
    /**
     * Change a webhook
     * @description Of the events, what happens from now on; what is on its way goes to the new address.
     */
    patch: operations['changeWebhook'];
    trace?: never;
  };
  '/api/v1/webhooks/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what a webhook got and will get
     * @description Newest first, each with its last attempt.
     */
    get: operations['listDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}/deliveries/{delivery_id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver again
     * @description As the same message (`webhook-id`), also when it was delivered already.
     */
    post: operations['replayDelivery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pause a webhook
     * @description What happens meanwhile waits for it, as long as deliveries are kept.
     */
    post: operations['pauseWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver everything again from an instant on
     * @description What was to be delivered since and has come to its end, delivered or parked, at most 10 000 at once.
     */
    post: operations['replayDeliveries'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Resume a webhook
     * @description One that was paused, or disabled because it answered 410. What waits is sent.
     */
    post: operations['resumeWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a webhook a new secret
     * @description Shown in this answer only. For 24 hours messages carry a signature of the old one, too.
     */
    post: operations['rotateWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a test message to a webhook
     * @description A message of the type `webhook.test`, once and at once; the answer tells what came of it.
     */
    post: operations['testWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ActorDto: {
      /** @example 2 */
      id: number;
      /**
       * @example user
       * @enum {string}
       */
      type: 'user' | 'key' | 'system';
    };
    AgentFiguresDto: {
      agent: components['schemas']['ReportedAgentDto'];
      /** @description Of the assigned tickets that had their first response in the range. */
      first_response: components['schemas']['DurationsDto'] | null;
      /**
       * @description Assigned tickets, neither resolved nor closed, now.
       * @example 12
       */
      open: number;
      /**
       * @description Public messages written in the range.
       * @example 34
       */
      replies: number;
      /**
       * @description Assigned tickets that were resolved in the range.
       * @example 21
       */
      resolved: number;
    };
    AgentsReportDto: {
      /** @description Most replies first. */
      agents: components['schemas']['AgentFiguresDto'][];
      /**
       * Format: date
       * @example 2026-03-01
       */
      from: string;
      /** @example Europe/Madrid */
      time_zone: string;
      /**
       * Format: date
       * @example 2026-03-07
       */
      to: string;
    };
    ApiKeyDto: {
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      /**
       * Format: date-time
       * @example 2027-01-01T00:00:00.000Z
       */
      expires_at: string | null;
      /**
       * @description The last characters of the key.
       * @example x7Qd
       */
      hint: string;
      /** @example 3 */
      id: number;
      /** @example Order sync */
      name: string;
      /**
       * @example [
       *       "tickets:read"
       *     ]
       */
      scopes: (
        | 'tickets:read'
        | 'tickets:write'
        | 'users:read'
        | 'linked_resources:read'
        | 'linked_resources:write'
        | 'events:read'
      )[];
    };
    AssignTicketDto: {
      /**
       * @description An agent or admin; null for nobody.
       * @example 2
       */
      assignee_id: number | null;
    };
    AttachmentDto: {
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      created_at: string;
      /** @example screenshot.png */
      file_name: string;
      /** @example 12 */
      id: number;
      /**
       * @description By the content, not by what the uploader said; of a file kept elsewhere, as it was said.
       * @example image/png
       */
      mime_type: string;
      /**
       * @description Null for a file kept elsewhere.
       * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      sha256: string | null;
      /**
       * @description Bytes; as it was said, or null, for a file kept elsewhere.
       * @example 48213
       */
      size: number | null;
      /**
       * @description Bound once a message names it.
       * @example unbound
       * @enum {string}
       */
      status: 'unbound' | 'bound';
      /**
       * @description Downloads without a token for five minutes; of a file kept elsewhere, its address there.
       * @example http://127.0.0.1:3000/api/v1/attachments/12/content?signature=2.7.1772617800000.k3J…
       */
      url: string;
    };
    AuditActorDto: {
      /**
       * @description Of the user or the API key; 0 of the system.
       * @example 7
       */
      id: number;
      /**
       * @example user
       * @enum {string}
       */
      type: 'user' | 'key' | 'system';
    };
    AuditEntryDto: {
      /** @description Null when nobody knows who it was. */
      actor: components['schemas']['AuditActorDto'] | null;
      /** @example 203.0.113.9 */
      address: string | null;
      /**
       * @example {
       *       "user_id": 7
       *     }
       */
      data: {
        [key: string]: unknown;
      };
      /** @example 1204 */
      id: number;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      occurred_at: string;
      /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
      request_id: string;
      /** @example session.started */
      type: string;
    };
    AuthorDto: {
      /** @example 2 */
      id: number;
      /** @example Sam Agent */
      name: string;
      /**
       * @example agent
       * @enum {string}
       */
      role: 'customer' | 'agent' | 'admin';
    };
    BusiestHoursReportDto: {
      /**
       * Format: date
       * @example 2026-03-01
       */
      from: string;
      /** @example Europe/Madrid */
      time_zone: string;
      /**
       * Format: date
       * @example 2026-03-07
       */
      to: string;
      /** @description All days of that name together. */
      weekdays: components['schemas']['WeekdayDto'][];
    };
    CategoryDto: {
      /** @example false */
      archived: boolean;
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      /** @example Invoices, payments and refunds */
      description: string | null;
      /** @example 2 */
      id: number;
      /** @example Billing */
      name: string;
      /**
       * @description Place in the list, smallest first.
       * @example 2
       */
      position: number;
      /** @example billing */
      slug: string;
      /**
       * Format: date-time
       * @example 2026-02-11T14:05:31.000Z
       */
      updated_at: string;
    };
    CategoryRefDto: {
      /** @example 1 */
      id: number;
      /** @example Vehicle issue */
      name: string;
      /** @example vehicle_issue */
      slug: string;
    };
    ChangeCategoryDto: {
      /** @example true */
      archived?: boolean;
      /** @example Invoices, payments and refunds */
      description?: string | null;
      /** @example Billing */
      name?: string;
      /** @example 2 */
      position?: number;
      /** @example billing */
      slug?: string;
    };
    ChangeIdentityProviderDto: {
      /**
       * @example HS256
       * @enum {string}
       */
      algorithm?: 'HS256' | 'RS256' | 'ES256' | 'EdDSA';
      /** @example support */
      audience?: string;
      claims?: components['schemas']['ClaimNamesDto'];
      /** @example https://app.northwind.example */
      issuer?: string;
      /** @example https://app.northwind.example/jwks.json */
      jwks_url?: string | null;
      /** @example Our app */
      name?: string;
      /**
       * @description PEM (SPKI), for RS256, ES256 and EdDSA.
       * @example -----BEGIN PUBLIC KEY-----
       *     MCowBQYDK2VwAyEA…
       *     -----END PUBLIC KEY-----
       */
      public_key?: string;
      /**
       * @description The roles its tokens may grant.
       * @example [
       *       "customer"
       *     ]
       */
      roles?: ('customer' | 'agent' | 'admin')[];
      /** @description HS256 only; at least 32 characters. Never shown again. Generated when absent. */
      secret?: string;
    };
    ChangePasswordDto: {
      /** @example demo-password */
      current_password: string;
      /** @example a long pass phrase */
      new_password: string;
    };
    ChangeProfileDto: {
      /** @example Ada Byron */
      name?: string;
    };
    ChangeTeamDto: {
      /**
       * @description What the tenant's identity provider calls the team.
       * @example acme-engineering
       */
      external_key?: string | null;
      /** @example Engineering */
      name?: string;
      /**
       * @description Whether members see the tickets of the whole team or only their own.
       * @example own
       * @enum {string}
       */
      visibility?: 'own' | 'team';
    };
    ChangeTenantDto: {
      /** @example 10485760 */
      attachment_max_bytes?: number | null;
      /**
       * @example [
       *       "https://app.northwind.example"
       *     ]
       */
      cors_origins?: string[];
      daakey?: components['schemas']['DaakeySettings'];
      /**
       * @description Slug of a category.
       * @example general
       */
      default_category?: string | null;
      /**
       * @example normal
       * @enum {string}
       */
      default_priority?: 'low' | 'normal' | 'high' | 'urgent';
      /**
       * @example [
       *       "daakey"
       *     ]
       */
      dialects?: string[];
      /**
       * @example [
       *       "help.northwind.example"
       *     ]
       */
      hosts?: string[];
      kinconecta?: components['schemas']['KinconectaSettings'];
      /** @example Northwind Traders */
      name?: string;
      /**
       * @description Whether anybody may register as a customer.
       * @example false
       */
      sign_up?: boolean;
    };
    ChangeUserDto: {
      /**
       * Format: email
       * @example ada@northwind.example
       */
      email?: string;
      /** @example Ada Byron */
      name?: string;
      /** @example a long pass phrase */
      password?: string;
      /**
       * @example agent
       * @enum {string}
       */
      role?: 'customer' | 'agent' | 'admin';
      /**
       * @example inactive
       * @enum {string}
       */
      status?: 'active' | 'inactive';
      /** @example 2 */
      team_id?: number | null;
    };
    ChangeWebhookDto: {
      /** @example Order sync */
      description?: string | null;
      /**
       * @description Types of events, or all that begin alike: `ticket.*`. `*`, the default, means every event.
       * @example [
       *       "ticket.*",
       *       "message.created"
       *     ]
       */
      events?: string[];
      /**
       * @description https; http only into networks of OUTBOUND_ALLOW, or outside production. Never a private network else.
       * @example https://app.northwind.example/hooks/desk
       */
      url?: string;
    };
    ClaimNamesDto: {
      /** @example email */
      email?: string;
      /** @example name */
      name?: string;
      /** @example role */
      role?: string;
      /** @example sub */
      subject?: string;
      /** @example team */
      team?: string;
    };
    CreateApiKeyDto: {
      /**
       * @description Null: never.
       * @example 2027-01-01T00:00:00Z
       */
      expires_at?: string | null;
      /** @example Order sync */
      name: string;
      /**
       * @example [
       *       "tickets:read",
       *       "linked_resources:write"
       *     ]
       */
      scopes: (
        | 'tickets:read'
        | 'tickets:write'
        | 'users:read'
        | 'linked_resources:read'
        | 'linked_resources:write'
        | 'events:read'
      )[];
    };
    CreateCategoryDto: {
      /** @example Invoices, payments and refunds */
      description?: string | null;
      /** @example Billing */
      name: string;
      /** @example 2 */
      position?: number;
      /**
       * @description Made from the name when absent.
       * @example billing
       */
      slug?: string;
    };
    CreateIdentityProviderDto: {
      /**
       * @example HS256
       * @enum {string}
       */
      algorithm: 'HS256' | 'RS256' | 'ES256' | 'EdDSA';
      /** @example support */
      audience: string;
      claims?: components['schemas']['ClaimNamesDto'];
      /** @example https://app.northwind.example */
      issuer: string;
      /** @example https://app.northwind.example/jwks.json */
      jwks_url?: string | null;
      /** @example Our app */
      name: string;
      /**
       * @description PEM (SPKI), for RS256, ES256 and EdDSA.
       * @example -----BEGIN PUBLIC KEY-----
       *     MCowBQYDK2VwAyEA…
       *     -----END PUBLIC KEY-----
       */
      public_key?: string;
      /**
       * @description The roles its tokens may grant.
       * @example [
       *       "customer"
       *     ]
       */
      roles?: ('customer' | 'agent' | 'admin')[];
      /** @description HS256 only; at least 32 characters. Never shown again. Generated when absent. */
      secret?: string;
    };
    CreateTeamDto: {
      /**
       * @description What the tenant's identity provider calls the team.
       * @example acme-engineering
       */
      external_key?: string | null;
      /** @example Engineering */
      name: string;
      /**
       * @description Whether members see the tickets of the whole team or only their own.
       * @example team
       * @enum {string}
       */
      visibility?: 'own' | 'team';
    };
    CreateTenantDto: {
      /**
       * @description Short name in lower case; stays.
       * @example northwind
       */
      code: string;
      /** @example Northwind Traders */
      name: string;
    };
    CreateUserDto: {
      /**
       * Format: email
       * @example ada@northwind.example
       */
      email: string;
      /** @example Ada Byron */
      name: string;
      /** @example a long pass phrase */
      password?: string;
      /**
       * @example customer
       * @enum {string}
       */
      role: 'customer' | 'agent' | 'admin';
      /** @example 2 */
      team_id?: number | null;
    };
    CreateWebhookDto: {
      /** @example Order sync */
      description?: string | null;
      /**
       * @description Types of events, or all that begin alike: `ticket.*`. `*`, the default, means every event.
       * @example [
       *       "ticket.*",
       *       "message.created"
       *     ]
       */
      events?: string[];
      /**
       * @description https; http only into networks of OUTBOUND_ALLOW, or outside production. Never a private network else.
       * @example https://app.northwind.example/hooks/desk
       */
      url: string;
    };
    DaakeySettings: {
      /** @example AGENCY123 */
      agency_code?: string | null;
      /** @example 123 */
      agency_id?: number | null;
      /**
       * @description Write-only.
       * @example sk_live_3nFh2kQw8sLx0vBz
       */
      secret_key?: string | null;
      /**
       * @description Age of a signature; 0 turns it off.
       * @example 300
       */
      signature_tolerance_seconds?: number | null;
      /**
       * @description Shown instead of an agent’s name.
       * @example Support Team
       */
      support_name?: string | null;
    };
    DailyReportDto: {
      /**
       * @description Tickets opened in the range.
       * @example 14
       */
      created: number;
      /** @description Every day of the range, in order. */
      days: components['schemas']['DayDto'][];
      /**
       * Format: date
       * @example 2026-03-01
       */
      from: string;
      /**
       * @description Tickets resolved in the range and not reopened since.
       * @example 11
       */
      resolved: number;
      /** @example Europe/Madrid */
      time_zone: string;
      /**
       * Format: date
       * @example 2026-03-07
       */
      to: string;
    };
    DayDto: {
      /** @example 14 */
      created: number;
      /**
       * Format: date
       * @example 2026-03-01
       */
      day: string;
      /** @example 11 */
      resolved: number;
    };
    DeletedCategoryDto: {
      /**
       * @example archived
       * @enum {string}
       */
      outcome: 'deleted' | 'archived';
    };
    DeliveryDto: {
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.120Z
       */
      attempted_at: string | null;
      /** @example 1 */
      attempts: number;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      created_at: string;
      /** @example 38 */
      duration_ms: number | null;
      /** @example null */
      error: string | null;
      /**
       * @description Null for a test.
       * @example 41
       */
      event_id: number | null;
      /** @example 31 */
      id: number;
      /**
       * @description The `webhook-id` of every attempt.
       * @example msg_41_1
       */
      message_id: string;
      /**
       * Format: date-time
       * @example null
       */
      next_attempt_at: string | null;
      /**
       * @description The first 2 KB.
       * @example {"type":"ticket.created"}
       */
      request_body: string | null;
      /**
       * @example {
       *       "webhook-id": "msg_41_1"
       *     }
       */
      request_headers: {
        [key: string]: string;
      } | null;
      /**
       * @description The first 2 KB.
       * @example ok
       */
      response_body: string | null;
      /** @example 200 */
      response_status: number | null;
      /**
       * @description `waiting` for an earlier event of its ticket, `pending`, `delivered`, or `parked` after the last attempt.
       * @example delivered
       * @enum {string}
       */
      status: 'waiting' | 'pending' | 'delivered' | 'parked';
      /** @example 3 */
      ticket_number: number | null;
      /** @example ticket.created */
      type: string;
      /** @example 1 */
      webhook_id: number;
    };
    DurationsDto: {
      /**
       * @description Tickets that were measured.
       * @example 87
       */
      count: number;
      /**
       * @description A half took this long or less.
       * @example 1260
       */
      p50_seconds: number;
      /**
       * @description Nine in ten took this long or less.
       * @example 14400
       */
      p90_seconds: number;
    };
    EditTicketDto: {
      /** @example 2 */
      assignee_id?: number | null;
      /** @example 2 */
      category_id?: number;
      /**
       * @example {
       *       "odometer_km": 48120
       *     }
       */
      custom?: {
        [key: string]: unknown;
      };
      /**
       * @example urgent
       * @enum {string}
       */
      priority?: 'low' | 'normal' | 'high' | 'urgent';
      /**
       * @example in_progress
       * @enum {string}
       */
      status?: 'open' | 'in_progress' | 'pending' | 'resolved' | 'closed';
      /** @example Vehicle not starting in the cold */
      subject?: string;
      /**
       * @example [
       *       "rental"
       *     ]
       */
      tags?: string[];
      /** @example 1 */
      team_id?: number | null;
    };
    EventDto: {
      actor: components['schemas']['ActorDto'];
      /**
       * @description Each changed field with its value before and after.
       * @example {
       *       "status": [
       *         "open",
       *         "in_progress"
       *       ]
       *     }
       */
      changed: {
        [key: string]: unknown[];
      };
      /**
       * @example {
       *       "status": "in_progress"
       *     }
       */
      data: {
        [key: string]: unknown;
      };
      /**
       * @description Staff only.
       * @example 41
       */
      id?: number;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      occurred_at: string;
      /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
      request_id: string;
      /** @example northwind */
      tenant: string;
      /**
       * @description Null for what concerns no ticket.
       * @example 3
       */
      ticket_number: number | null;
      /** @example ticket.status_changed */
      type: string;
      /**
       * @description The ticket’s version after it.
       * @example 4
       */
      version: number | null;
    };
    FailureDto: {
      /**
       * @description One of docs/errors.md.
       * @example validation_failed
       */
      code: string;
      /**
       * @description Null, but for `version_mismatch` (the current ticket) and `conflict` on a claim (the assignee).
       * @example {}
       */
      data: {
        [key: string]: unknown;
      } | null;
      /**
       * @description Only with `validation_failed`: what is wrong, by field.
       * @example {
       *       "subject": [
       *         "subject must be shorter than or equal to 255 characters"
       *       ]
       *     }
       */
      errors?: {
        [key: string]: string[];
      };
      /**
       * @description Safe to show to a person; never parse it.
       * @example Validation failed
       */
      message: string;
      /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
      request_id: string;
      /** @enum {boolean} */
      success: false;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      timestamp: string;
    };
    FirstAdminDto: {
      /**
       * Format: email
       * @example ada@northwind.example
       */
      email: string;
      /** @example Ada Byron */
      name: string;
      /** @example a long pass phrase */
      password: string;
    };
    FoundMessageDto: {
      /** @description The part of the message around the first of it. */
      pieces: components['schemas']['PieceDto'][];
      /** @example 2 */
      seq: number;
    };
    GrantDto: {
      /** @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9… */
      access_token: string;
      /**
       * @description Seconds until the access token ends.
       * @example 900
       */
      expires_in: number;
      /**
       * @description Good for one use; its answer holds the next.
       * @example rt_Zk1c…
       */
      refresh_token: string;
      /**
       * @example Bearer
       * @enum {string}
       */
      token_type: 'Bearer';
      user: components['schemas']['UserDto'];
    };
    HighlightDto: {
      /** @description A message in which it is too. */
      message: components['schemas']['FoundMessageDto'] | null;
      /** @description The whole subject. */
      subject: components['schemas']['PieceDto'][];
    };
    IdentityProviderDto: {
      /**
       * @example HS256
       * @enum {string}
       */
      algorithm: 'HS256' | 'RS256' | 'ES256' | 'EdDSA';
      /** @example support */
      audience: string;
      claims: components['schemas']['ClaimNamesDto'];
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      /** @example 1 */
      id: number;
      /** @example https://app.northwind.example */
      issuer: string;
      /** @example null */
      jwks_url: string | null;
      /** @example Our app */
      name: string;
      /**
       * @example [
       *       "customer"
       *     ]
       */
      roles: ('customer' | 'agent' | 'admin')[];
      /**
       * @description Only once: in the answer that creates it.
       * @example q3Vj…
       */
      secret?: string;
      /**
       * Format: date-time
       * @example 2026-02-11T14:05:31.000Z
       */
      updated_at: string;
    };
    KinconectaSettings: {
      /**
       * @description What callers without a token may do: nothing (`off`), submit tickets (`create`, the default), or also read all tickets of the tenant with names and e-mail addresses (`full`, as the vendor documents it).
       * @example create
       * @enum {string}
       */
      anonymous?: 'off' | 'create' | 'full';
    };
    LinkedResourceDto: {
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      /**
       * @example {
       *       "vehicle": {
       *         "brand": "Toyota",
       *         "model": "Corolla",
       *         "plate_number": "ABC-123"
       *       }
       *     }
       */
      data: {
        [key: string]: unknown;
      };
      /** @example 5 */
      external_id: string;
      /** @example ada@northwind.example */
      owner_subject: string | null;
      /** @example BK-2024-00005 */
      reference: string | null;
      /** @example booking */
      type: string;
      /**
       * Format: date-time
       * @example 2026-02-11T14:05:31.000Z
       */
      updated_at: string;
    };
    LinkedResourceKeyDto: {
      /** @example 5 */
      external_id: string;
      /** @example booking */
      type: string;
    };
    LinkedResourceRefDto: {
      /**
       * @example {
       *       "vehicle": {
       *         "brand": "Toyota",
       *         "model": "Corolla",
       *         "plate_number": "ABC-123"
       *       }
       *     }
       */
      data: {
        [key: string]: unknown;
      } | null;
      /** @example 5 */
      external_id: string;
      /** @example BK-2024-00005 */
      reference: string | null;
      /** @example booking */
      type: string;
    };
    ListedTicketDto: {
      /**
       * @description What you may do now.
       * @example [
       *       "reply",
       *       "close"
       *     ]
       */
      abilities: (
        'reply' | 'add_note' | 'edit_subject' | 'edit' | 'assign' | 'claim' | 'resolve' | 'close' | 'reopen' | 'delete'
      )[];
      assignee: components['schemas']['PersonRefDto'] | null;
      category: components['schemas']['CategoryRefDto'];
      /**
       * Format: date-time
       * @example null
       */
      closed_at: string | null;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      created_at: string;
      /**
       * @example {
       *       "odometer_km": 48120
       *     }
       */
      custom: {
        [key: string]: unknown;
      };
      /** @example The dashboard shows an error message and the engine stays silent. */
      description: string;
      /**
       * Format: date-time
       * @example null
       */
      first_response_at: string | null;
      /** @description With `q` only: where it was found, as pieces of plain text, which put together are the text. No HTML. */
      highlight?: components['schemas']['HighlightDto'];
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      last_message_at: string;
      linked_resource: components['schemas']['LinkedResourceRefDto'] | null;
      /**
       * @description The description counts; internal notes only for staff.
       * @example 1
       */
      message_count: number;
      /**
       * @description Unique in the tenant, never reused.
       * @example 3
       */
      number: number;
      /**
       * @example high
       * @enum {string}
       */
      priority: 'low' | 'normal' | 'high' | 'urgent';
      /** @example TK-2026-00003 */
      reference: string;
      requester: components['schemas']['RequesterDto'];
      /** @example null */
      resolution: string | null;
      /**
       * Format: date-time
       * @example null
       */
      resolved_at: string | null;
      /**
       * @example open
       * @enum {string}
       */
      status: 'open' | 'in_progress' | 'pending' | 'resolved' | 'closed';
      /** @example Vehicle not starting */
      subject: string;
      /**
       * @example [
       *       "rental",
       *       "roadside"
       *     ]
       */
      tags: string[];
      team: components['schemas']['TeamRefDto'] | null;
      /**
       * @description Messages of others that you have not read.
       * @example 0
       */
      unread_count: number;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      updated_at: string;
      /**
       * @description Grows with every change that you may see; also the `ETag`.
       * @example 1
       */
      version: number;
    };
    LoginDto: {
      /**
       * Format: email
       * @example ada@northwind.example
       */
      email: string;
      /** @example demo-password */
      password: string;
      /**
       * @description Code of the tenant. The owner of the installation signs in without.
       * @example northwind
       */
      tenant?: string;
    };
    MarkReadDto: {
      /**
       * @description Up to this message; all when absent.
       * @example 3
       */
      seq?: number;
    };
    MessageDto: {
      attachments: components['schemas']['AttachmentDto'][];
      author: components['schemas']['AuthorDto'];
      /** @example Roadside assistance is on the way. Please stay with the car. */
      body: string;
      /**
       * Format: date-time
       * @example 2026-03-04T09:42:00.000Z
       */
      created_at: string;
      /**
       * @description Place in the thread, from 1. Customers count public messages only.
       * @example 2
       */
      seq: number;
      /**
       * @example public
       * @enum {string}
       */
      visibility: 'public' | 'internal';
    };
    NewApiKeyDto: {
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      /**
       * Format: date-time
       * @example 2027-01-01T00:00:00.000Z
       */
      expires_at: string | null;
      /**
       * @description The last characters of the key.
       * @example x7Qd
       */
      hint: string;
      /** @example 3 */
      id: number;
      /**
       * @description The key itself, shown this once.
       * @example sk_3q2-7w…x7Qd
       */
      key: string;
      /** @example Order sync */
      name: string;
      /**
       * @example [
       *       "tickets:read"
       *     ]
       */
      scopes: (
        | 'tickets:read'
        | 'tickets:write'
        | 'users:read'
        | 'linked_resources:read'
        | 'linked_resources:write'
        | 'events:read'
      )[];
    };
    NewTenantDto: {
      /** @description Who runs the tenant at first. Without one nobody can sign in to it yet. */
      admin?: components['schemas']['FirstAdminDto'];
      /**
       * @description Short name in lower case; stays.
       * @example northwind
       */
      code: string;
      /** @example Northwind Traders */
      name: string;
    };
    OpenTicketDto: {
      /**
       * @description Your own uploads.
       * @example [
       *       12
       *     ]
       */
      attachment_ids?: number[];
      /**
       * @description Slug, instead of `category_id`.
       * @example vehicle_issue
       */
      category?: string;
      /** @example 1 */
      category_id?: number;
      /**
       * @example {
       *       "odometer_km": 48120
       *     }
       */
      custom?: {
        [key: string]: unknown;
      };
      /** @example The dashboard shows an error message and the engine stays silent. */
      description: string;
      linked_resource?: components['schemas']['LinkedResourceKeyDto'];
      /**
       * @description The tenant’s default when absent.
       * @example high
       * @enum {string}
       */
      priority?: 'low' | 'normal' | 'high' | 'urgent';
      /** @description Staff only: for whom, by id or by e-mail and name. */
      requester?: components['schemas']['RequesterInputDto'];
      /** @example Vehicle not starting */
      subject: string;
      /**
       * @example [
       *       "rental"
       *     ]
       */
      tags?: string[];
    };
    OwnerChangeTenantDto: {
      /** @example 10485760 */
      attachment_max_bytes?: number | null;
      /**
       * @example [
       *       "https://app.northwind.example"
       *     ]
       */
      cors_origins?: string[];
      daakey?: components['schemas']['DaakeySettings'];
      /**
       * @description Slug of a category.
       * @example general
       */
      default_category?: string | null;
      /**
       * @example normal
       * @enum {string}
       */
      default_priority?: 'low' | 'normal' | 'high' | 'urgent';
      /**
       * @example [
       *       "daakey"
       *     ]
       */
      dialects?: string[];
      /**
       * @example [
       *       "help.northwind.example"
       *     ]
       */
      hosts?: string[];
      kinconecta?: components['schemas']['KinconectaSettings'];
      /** @example Northwind Traders */
      name?: string;
      /**
       * @description Whether anybody may register as a customer.
       * @example false
       */
      sign_up?: boolean;
      /**
       * @example suspended
       * @enum {string}
       */
      status?: 'active' | 'suspended';
    };
    OwnerDto: {
      /**
       * Format: email
       * @example owner@polydesk.example
       */
      email: string;
      /** @example Olivia Owner */
      name: string;
      /** @example a long pass phrase */
      password: string;
    };
    PageMetaDto: {
      /** @example false */
      has_more: boolean;
      /** @example 25 */
      limit: number;
      /**
       * @description Give it as `cursor` to get the next page.
       * @example null
       */
      next_cursor: string | null;
      /**
       * @description Only with `include_total=true`; counted to 10 000.
       * @example 128
       */
      total?: number;
    };
    PersonRefDto: {
      /** @example 2 */
      id: number;
      /** @example Sam Agent */
      name: string;
    };
    PieceDto: {
      /**
       * @description Whether it is what was searched for.
       * @example true
       */
      match: boolean;
      /** @example Battery */
      text: string;
    };
    PostMessageDto: {
      /**
       * @description Your own uploads.
       * @example [
       *       12
       *     ]
       */
      attachment_ids?: number[];
      /** @example Roadside assistance is on the way. Please stay with the car. */
      body: string;
      /**
       * @description Internal ones are for staff only.
       * @example public
       * @enum {string}
       */
      visibility?: 'public' | 'internal';
    };
    ProfileDto: {
      /**
       * @description What the caller may do, beside single records.
       * @example [
       *       "open_ticket"
       *     ]
       */
      abilities: string[];
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      /** @example ada@northwind.example */
      email: string | null;
      /** @example 7 */
      id: number;
      /** @example Ada Byron */
      name: string;
      /**
       * @example customer
       * @enum {string}
       */
      role: 'customer' | 'agent' | 'admin' | 'owner';
      /**
       * @example active
       * @enum {string}
       */
      status: 'active' | 'inactive';
      /**
       * @description Who it is at its issuer; unique there.
       * @example ada@northwind.example
       */
      subject: string;
      team: components['schemas']['TeamRefDto'] | null;
      /** @description Null for the owner of the installation. */
      tenant: components['schemas']['TenantRefDto'] | null;
      /**
       * Format: date-time
       * @example 2026-02-11T14:05:31.000Z
       */
      updated_at: string;
    };
    PutLinkedResourceDto: {
      /**
       * @example {
       *       "vehicle": {
       *         "brand": "Toyota",
       *         "model": "Corolla",
       *         "plate_number": "ABC-123"
       *       }
       *     }
       */
      data?: {
        [key: string]: unknown;
      };
      /**
       * @description The owner's `subject`: the e-mail of a local account, or what your identity provider calls them.
       * @example ada@northwind.example
       */
      owner_subject?: string | null;
      /** @example BK-2024-00005 */
      reference?: string | null;
    };
    RefreshDto: {
      /** @example rt_Zk1c… */
      refresh_token: string;
    };
    RegisterDto: {
      /**
       * Format: email
       * @example eve@northwind.example
       */
      email: string;
      /** @example Eve Moneypenny */
      name: string;
      /** @example a long pass phrase */
      password: string;
      /** @example northwind */
      tenant: string;
    };
    ReplayedDto: {
      /**
       * Format: date-time
       * @description Where to go on, when there are more than one request replays.
       * @example null
       */
      continue_from: string | null;
      /**
       * @description Deliveries that begin anew.
       * @example 12
       */
      count: number;
    };
    ReportedAgentDto: {
      /** @example 3 */
      id: number;
      /** @example Sam Agent */
      name: string;
    };
    RequesterDto: {
      /** @example ada@northwind.example */
      email: string | null;
      /** @example 3 */
      id: number;
      /** @example Ada Byron */
      name: string;
      team: components['schemas']['TeamRefDto'] | null;
    };
    RequesterInputDto: {
      /**
       * Format: email
       * @example ada@northwind.example
       */
      email?: string;
      /** @example 3 */
      id?: number;
      /** @example Ada Byron */
      name?: string;
    };
    ResponseTimesReportDto: {
      /** @description From the opening to the first public reply of staff. */
      first_response: components['schemas']['DurationsDto'] | null;
      /**
       * Format: date
       * @example 2026-03-01
       */
      from: string;
      /** @description From the opening to the resolution that stands. */
      resolution: components['schemas']['DurationsDto'] | null;
      /** @example Europe/Madrid */
      time_zone: string;
      /**
       * Format: date
       * @example 2026-03-07
       */
      to: string;
    };
    SettleTicketDto: {
      /** @example Battery replaced by roadside assistance. */
      resolution?: string | null;
    };
    SetupDoneDto: {
      owner: components['schemas']['UserDto'];
      tenant: components['schemas']['TenantDto'];
    };
    SetupDto: {
      owner: components['schemas']['OwnerDto'];
      tenant: components['schemas']['CreateTenantDto'];
      /**
       * @description Printed by the process at its first start; good for 30 minutes.
       * @example Vq0…
       */
      token: string;
    };
    ShownDaakeySettings: {
      /** @example AGENCY123 */
      agency_code?: string;
      /** @example 123 */
      agency_id?: number;
      /** @example 300 */
      signature_tolerance_seconds?: number;
      /** @example Support Team */
      support_name?: string;
    };
    TeamDto: {
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      /** @example acme-engineering */
      external_key: string | null;
      /** @example 2 */
      id: number;
      /** @example Engineering */
      name: string;
      /**
       * Format: date-time
       * @example 2026-02-11T14:05:31.000Z
       */
      updated_at: string;
      /**
       * @example team
       * @enum {string}
       */
      visibility: 'own' | 'team';
    };
    TeamRefDto: {
      /** @example 2 */
      id: number;
      /** @example Engineering */
      name: string;
    };
    TenantDto: {
      /** @example 10485760 */
      attachment_max_bytes: number | null;
      /** @example northwind */
      code: string;
      /**
       * @example [
       *       "https://app.northwind.example"
       *     ]
       */
      cors_origins: string[];
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      daakey?: components['schemas']['ShownDaakeySettings'];
      /** @example general */
      default_category: string | null;
      /**
       * @example normal
       * @enum {string}
       */
      default_priority: 'low' | 'normal' | 'high' | 'urgent';
      /**
       * @example [
       *       "daakey"
       *     ]
       */
      dialects: string[];
      /**
       * @example [
       *       "help.northwind.example"
       *     ]
       */
      hosts: string[];
      kinconecta?: components['schemas']['KinconectaSettings'];
      /** @example Northwind Traders */
      name: string;
      /** @example false */
      sign_up: boolean;
      /**
       * @example active
       * @enum {string}
       */
      status: 'active' | 'suspended';
      /**
       * Format: date-time
       * @example 2026-02-11T14:05:31.000Z
       */
      updated_at: string;
    };
    TenantRefDto: {
      /** @example northwind */
      code: string;
      /** @example Northwind Traders */
      name: string;
    };
    TestedTokenDto: {
      /** @example true */
      accepted: boolean;
      /**
       * @description The algorithm that the token names.
       * @example HS256
       */
      algorithm: string | null;
      /**
       * @description What the token says, believed or not.
       * @example {
       *       "sub": "u-1",
       *       "name": "Ada Byron"
       *     }
       */
      claims: {
        [key: string]: unknown;
      } | null;
      /**
       * Format: date-time
       * @example 2026-03-04T09:45:00.000Z
       */
      expires_at: string | null;
      /**
       * @description The same, for people.
       * @example The token is good.
       */
      explanation: string;
      /**
       * @description Why not; the first that was found.
       * @example null
       * @enum {string|null}
       */
      flaw:
        | 'malformed'
        | 'algorithm'
        | 'signature'
        | 'keys_unavailable'
        | 'issuer'
        | 'audience'
        | 'expired'
        | 'not_yet_valid'
        | 'lifetime'
        | 'subject_or_role'
        | 'signed_out'
        | 'deactivated'
        | null;
      /** @description Whom it stands for, if it is accepted. */
      identity: components['schemas']['TokenIdentityDto'] | null;
      /**
       * @description Null: the first use makes the account.
       * @example null
       */
      user_id: number | null;
    };
    TestTokenDto: {
      /**
       * @description As your SaaS signs it.
       * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9…
       */
      token: string;
    };
    TicketCountsDto: {
      /**
       * @description With `filter` only, in the same order.
       * @example [
       *       3,
       *       "10000+"
       *     ]
       */
      filters?: (number | '10000+')[];
      /** @description With `by` only. */
      groups?: components['schemas']['TicketGroupDto'][];
    };
    TicketDetailDto: {
      /**
       * @description What you may do now.
       * @example [
       *       "reply",
       *       "close"
       *     ]
       */
      abilities: (
        'reply' | 'add_note' | 'edit_subject' | 'edit' | 'assign' | 'claim' | 'resolve' | 'close' | 'reopen' | 'delete'
      )[];
      assignee: components['schemas']['PersonRefDto'] | null;
      category: components['schemas']['CategoryRefDto'];
      /**
       * Format: date-time
       * @example null
       */
      closed_at: string | null;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      created_at: string;
      /**
       * @example {
       *       "odometer_km": 48120
       *     }
       */
      custom: {
        [key: string]: unknown;
      };
      /** @example The dashboard shows an error message and the engine stays silent. */
      description: string;
      /**
       * Format: date-time
       * @example null
       */
      first_response_at: string | null;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      last_message_at: string;
      linked_resource: components['schemas']['LinkedResourceRefDto'] | null;
      /**
       * @description The description counts; internal notes only for staff.
       * @example 1
       */
      message_count: number;
      /** @description The newest 50, oldest first. */
      messages: components['schemas']['MessageDto'][];
      /**
       * @description Cursor of the older messages for `GET /tickets/:number/messages`; null when there are none.
       * @example null
       */
      messages_cursor: string | null;
      /**
       * @description Unique in the tenant, never reused.
       * @example 3
       */
      number: number;
      /**
       * @example high
       * @enum {string}
       */
      priority: 'low' | 'normal' | 'high' | 'urgent';
      /** @example TK-2026-00003 */
      reference: string;
      requester: components['schemas']['RequesterDto'];
      /** @example null */
      resolution: string | null;
      /**
       * Format: date-time
       * @example null
       */
      resolved_at: string | null;
      /**
       * @example open
       * @enum {string}
       */
      status: 'open' | 'in_progress' | 'pending' | 'resolved' | 'closed';
      /** @example Vehicle not starting */
      subject: string;
      /**
       * @example [
       *       "rental",
       *       "roadside"
       *     ]
       */
      tags: string[];
      team: components['schemas']['TeamRefDto'] | null;
      /**
       * @description Messages of others that you have not read.
       * @example 0
       */
      unread_count: number;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      updated_at: string;
      /**
       * @description Grows with every change that you may see; also the `ETag`.
       * @example 1
       */
      version: number;
    };
    TicketDto: {
      /**
       * @description What you may do now.
       * @example [
       *       "reply",
       *       "close"
       *     ]
       */
      abilities: (
        'reply' | 'add_note' | 'edit_subject' | 'edit' | 'assign' | 'claim' | 'resolve' | 'close' | 'reopen' | 'delete'
      )[];
      assignee: components['schemas']['PersonRefDto'] | null;
      category: components['schemas']['CategoryRefDto'];
      /**
       * Format: date-time
       * @example null
       */
      closed_at: string | null;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      created_at: string;
      /**
       * @example {
       *       "odometer_km": 48120
       *     }
       */
      custom: {
        [key: string]: unknown;
      };
      /** @example The dashboard shows an error message and the engine stays silent. */
      description: string;
      /**
       * Format: date-time
       * @example null
       */
      first_response_at: string | null;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      last_message_at: string;
      linked_resource: components['schemas']['LinkedResourceRefDto'] | null;
      /**
       * @description The description counts; internal notes only for staff.
       * @example 1
       */
      message_count: number;
      /**
       * @description Unique in the tenant, never reused.
       * @example 3
       */
      number: number;
      /**
       * @example high
       * @enum {string}
       */
      priority: 'low' | 'normal' | 'high' | 'urgent';
      /** @example TK-2026-00003 */
      reference: string;
      requester: components['schemas']['RequesterDto'];
      /** @example null */
      resolution: string | null;
      /**
       * Format: date-time
       * @example null
       */
      resolved_at: string | null;
      /**
       * @example open
       * @enum {string}
       */
      status: 'open' | 'in_progress' | 'pending' | 'resolved' | 'closed';
      /** @example Vehicle not starting */
      subject: string;
      /**
       * @example [
       *       "rental",
       *       "roadside"
       *     ]
       */
      tags: string[];
      team: components['schemas']['TeamRefDto'] | null;
      /**
       * @description Messages of others that you have not read.
       * @example 0
       */
      unread_count: number;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      updated_at: string;
      /**
       * @description Grows with every change that you may see; also the `ETag`.
       * @example 1
       */
      version: number;
    };
    TicketEventDto: {
      actor: components['schemas']['ActorDto'];
      /**
       * @description Each changed field with its value before and after.
       * @example {
       *       "status": [
       *         "open",
       *         "in_progress"
       *       ]
       *     }
       */
      changed: {
        [key: string]: unknown[];
      };
      /**
       * @example {
       *       "status": "in_progress"
       *     }
       */
      data: {
        [key: string]: unknown;
      };
      /**
       * @description Staff only.
       * @example 41
       */
      id?: number;
      /**
       * Format: date-time
       * @example 2026-03-04T09:30:00.000Z
       */
      occurred_at: string;
      /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
      request_id: string;
      /** @example northwind */
      tenant: string;
      /** @example 3 */
      ticket_number: number;
      /** @example ticket.status_changed */
      type: string;
      /**
       * @description The ticket’s version after it.
       * @example 4
       */
      version: number;
    };
    TicketGroupDto: {
      /** @example 12 */
      count: number | '10000+';
      /**
       * @description Null for the tickets of nobody.
       * @example open
       */
      name: string | null;
      /**
       * @description What the filter of a list takes: a status, a slug, an id, `null` …
       * @example open
       */
      value: string;
    };
    TokenIdentityDto: {
      /** @example ada@northwind.example */
      email: string | null;
      /** @example Ada Byron */
      name: string | null;
      /**
       * @example customer
       * @enum {string}
       */
      role: 'customer' | 'agent' | 'admin';
      /** @example u-1 */
      subject: string;
      /** @example acme */
      team: string | null;
    };
    UserDto: {
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      /** @example ada@northwind.example */
      email: string | null;
      /** @example 7 */
      id: number;
      /** @example Ada Byron */
      name: string;
      /**
       * @example customer
       * @enum {string}
       */
      role: 'customer' | 'agent' | 'admin' | 'owner';
      /**
       * @example active
       * @enum {string}
       */
      status: 'active' | 'inactive';
      /**
       * @description Who it is at its issuer; unique there.
       * @example ada@northwind.example
       */
      subject: string;
      team: components['schemas']['TeamRefDto'] | null;
      /**
       * Format: date-time
       * @example 2026-02-11T14:05:31.000Z
       */
      updated_at: string;
    };
    WebhookDto: {
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      /** @example Order sync */
      description: string | null;
      /**
       * @example [
       *       "ticket.*"
       *     ]
       */
      events: string[];
      /** @example 1 */
      id: number;
      /**
       * Format: date-time
       * @description Until when messages are signed with the secret before, too.
       * @example null
       */
      old_secret_until: string | null;
      /**
       * @description `paused`: events wait. `disabled`: it answered 410; nothing is added until it is resumed.
       * @example active
       * @enum {string}
       */
      status: 'active' | 'paused' | 'disabled';
      /**
       * Format: date-time
       * @example 2026-02-11T14:05:31.000Z
       */
      updated_at: string;
      /** @example https://app.northwind.example/hooks/desk */
      url: string;
    };
    WebhookWithSecretDto: {
      /**
       * Format: date-time
       * @example 2026-01-05T08:00:00.000Z
       */
      created_at: string;
      /** @example Order sync */
      description: string | null;
      /**
       * @example [
       *       "ticket.*"
       *     ]
       */
      events: string[];
      /** @example 1 */
      id: number;
      /**
       * Format: date-time
       * @description Until when messages are signed with the secret before, too.
       * @example null
       */
      old_secret_until: string | null;
      /**
       * @description Shown this once.
       * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
       */
      secret: string;
      /**
       * @description `paused`: events wait. `disabled`: it answered 410; nothing is added until it is resumed.
       * @example active
       * @enum {string}
       */
      status: 'active' | 'paused' | 'disabled';
      /**
       * Format: date-time
       * @example 2026-02-11T14:05:31.000Z
       */
      updated_at: string;
      /** @example https://app.northwind.example/hooks/desk */
      url: string;
    };
    WeekdayDto: {
      /**
       * @description Tickets opened in each hour, from midnight.
       * @example [
       *       0,
       *       0,
       *       0,
       *       0,
       *       0,
       *       0,
       *       1,
       *       4,
       *       9,
       *       12,
       *       11,
       *       8,
       *       6,
       *       7,
       *       9,
       *       8,
       *       6,
       *       4,
       *       2,
       *       1,
       *       1,
       *       0,
       *       0,
       *       0
       *     ]
       */
      created: number[];
      /**
       * @description From Monday.
       * @example 1
       */
      weekday: number;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listApiKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description API keys retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['ApiKeyDto'][];
            /** @example API keys retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  createApiKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateApiKeyDto'];
      };
    };
    responses: {
      /** @description API key created */
      201: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['NewApiKeyDto'];
            /** @example API key created */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  deleteApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description API key deleted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @example null */
            data: Record<string, never> | null;
            /** @example API key deleted */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  uploadAttachment: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description File uploaded */
      201: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['AttachmentDto'];
            /** @example File uploaded */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  getAttachment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Attachment retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['AttachmentDto'];
            /** @example Attachment retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  downloadAttachment: {
    parameters: {
      query?: {
        /** @description Inline is honoured for raster images and PDF only. */
        disposition?: 'attachment' | 'inline';
        /** @description Of a signed URL, instead of a token. */
        signature?: string;
      };
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description A span of the bytes */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description You have it already */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description No such span */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  readAuditLog: {
    parameters: {
      query?: {
        /** @description `meta.next_cursor` of the page before. */
        cursor?: string;
        limit?: number;
        /** @description Entries of this type only. */
        type?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Audit log retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['AuditEntryDto'][];
            /** @example Audit log retrieved */
            message: string;
            meta: components['schemas']['PageMetaDto'];
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  login: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LoginDto'];
      };
    };
    responses: {
      /** @description Signed in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['GrantDto'];
            /** @example Signed in */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `invalid_credentials` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  logout: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Signed out */
      200: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @example null */
            data: Record<string, never> | null;
            /** @example Signed out */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  getProfile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Profile retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['ProfileDto'];
            /** @example Profile retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  changeProfile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeProfileDto'];
      };
    };
    responses: {
      /** @description Profile updated */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['ProfileDto'];
            /** @example Profile updated */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePasswordDto'];
      };
    };
    responses: {
      /** @description Password changed */
      200: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @example null */
            data: Record<string, never> | null;
            /** @example Password changed */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `invalid_credentials`, `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  refresh: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefreshDto'];
      };
    };
    responses: {
      /** @description Token refreshed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['GrantDto'];
            /** @example Token refreshed */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  register: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterDto'];
      };
    };
    responses: {
      /** @description Registered */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['GrantDto'];
            /** @example Registered */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listCategories: {
    parameters: {
      query?: {
        /** @description Staff only: archived ones too. */
        include_archived?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Categories retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['CategoryDto'][];
            /** @example Categories retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  createCategory: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateCategoryDto'];
      };
    };
    responses: {
      /** @description Category created */
      201: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['CategoryDto'];
            /** @example Category created */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  deleteCategory: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Category deleted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['DeletedCategoryDto'];
            /** @example Category deleted */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  changeCategory: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeCategoryDto'];
      };
    };
    responses: {
      /** @description Category updated */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['CategoryDto'];
            /** @example Category updated */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listEvents: {
    parameters: {
      query?: {
        /** @description `meta.next_cursor` of the page before. */
        cursor?: string;
        limit?: number;
        /** @description Types, or all that begin alike: `ticket.*`. A comma means "or"; all when absent. */
        types?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Events retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['EventDto'][];
            /** @example Events retrieved */
            message: string;
            meta: components['schemas']['PageMetaDto'];
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `invalid_cursor`, `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  streamEvents: {
    parameters: {
      query?: {
        /** @description Where to start: an `id` of the stream or a `next_cursor` of the feed. `Last-Event-ID` comes first. */
        cursor?: string;
        /** @description Types, or all that begin alike: `ticket.*`. A comma means "or"; all when absent. */
        types?: string;
      };
      header?: {
        /** @description The `id` of the last event that was received. */
        'Last-Event-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The events */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description `invalid_cursor`, `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  getLinkedResource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        external_id: string;
        type: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Linked resource retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['LinkedResourceDto'];
            /** @example Linked resource retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  putLinkedResource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        external_id: string;
        type: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutLinkedResourceDto'];
      };
    };
    responses: {
      /** @description Linked resource saved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['LinkedResourceDto'];
            /** @example Linked resource saved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  deleteLinkedResource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        external_id: string;
        type: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Linked resource deleted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @example null */
            data: Record<string, never> | null;
            /** @example Linked resource deleted */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  reportAgents: {
    parameters: {
      query: {
        /** @description The first day. */
        from: string;
        /** @description Whose days and hours they are: a zone of the IANA database. Changes of clocks are taken into account. */
        time_zone?: string;
        /** @description The last day, itself included: at most 366 in all. */
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Agents reported */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['AgentsReportDto'];
            /** @example Agents reported */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  reportBusiestHours: {
    parameters: {
      query: {
        /** @description The first day. */
        from: string;
        /** @description Whose days and hours they are: a zone of the IANA database. Changes of clocks are taken into account. */
        time_zone?: string;
        /** @description The last day, itself included: at most 366 in all. */
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Busiest hours reported */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['BusiestHoursReportDto'];
            /** @example Busiest hours reported */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  reportDays: {
    parameters: {
      query: {
        /** @description The first day. */
        from: string;
        /** @description Whose days and hours they are: a zone of the IANA database. Changes of clocks are taken into account. */
        time_zone?: string;
        /** @description The last day, itself included: at most 366 in all. */
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Days reported */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['DailyReportDto'];
            /** @example Days reported */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  reportResponseTimes: {
    parameters: {
      query: {
        /** @description The first day. */
        from: string;
        /** @description Whose days and hours they are: a zone of the IANA database. Changes of clocks are taken into account. */
        time_zone?: string;
        /** @description The last day, itself included: at most 366 in all. */
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Response times reported */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['ResponseTimesReportDto'];
            /** @example Response times reported */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  completeSetup: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetupDto'];
      };
    };
    responses: {
      /** @description Setup complete */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['SetupDoneDto'];
            /** @example Setup complete */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listTeams: {
    parameters: {
      query?: {
        /** @description `meta.next_cursor` of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Teams retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TeamDto'][];
            /** @example Teams retrieved */
            message: string;
            meta: components['schemas']['PageMetaDto'];
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  createTeam: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateTeamDto'];
      };
    };
    responses: {
      /** @description Team created */
      201: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TeamDto'];
            /** @example Team created */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  getTeam: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Team retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TeamDto'];
            /** @example Team retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  deleteTeam: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Team deleted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @example null */
            data: Record<string, never> | null;
            /** @example Team deleted */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  changeTeam: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeTeamDto'];
      };
    };
    responses: {
      /** @description Team updated */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TeamDto'];
            /** @example Team updated */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  addTeamMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
        user_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Member added */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['UserDto'];
            /** @example Member added */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  removeTeamMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
        user_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Member removed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['UserDto'];
            /** @example Member removed */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  getOwnTenant: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tenant retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TenantDto'];
            /** @example Tenant retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  changeOwnTenant: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeTenantDto'];
      };
    };
    responses: {
      /** @description Tenant updated */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TenantDto'];
            /** @example Tenant updated */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listIdentityProviders: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Identity providers retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['IdentityProviderDto'][];
            /** @example Identity providers retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  createIdentityProvider: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateIdentityProviderDto'];
      };
    };
    responses: {
      /** @description Identity provider created */
      201: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['IdentityProviderDto'];
            /** @example Identity provider created */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  deleteIdentityProvider: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Identity provider deleted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @example null */
            data: Record<string, never> | null;
            /** @example Identity provider deleted */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  changeIdentityProvider: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeIdentityProviderDto'];
      };
    };
    responses: {
      /** @description Identity provider updated */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['IdentityProviderDto'];
            /** @example Identity provider updated */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  testToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TestTokenDto'];
      };
    };
    responses: {
      /** @description Token tested */
      200: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TestedTokenDto'];
            /** @example Token tested */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listTenants: {
    parameters: {
      query?: {
        /** @description `meta.next_cursor` of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tenants retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TenantDto'][];
            /** @example Tenants retrieved */
            message: string;
            meta: components['schemas']['PageMetaDto'];
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  createTenant: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTenantDto'];
      };
    };
    responses: {
      /** @description Tenant created */
      201: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TenantDto'];
            /** @example Tenant created */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  getTenant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tenant retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TenantDto'];
            /** @example Tenant retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  changeTenant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnerChangeTenantDto'];
      };
    };
    responses: {
      /** @description Tenant updated */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TenantDto'];
            /** @example Tenant updated */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listTickets: {
    parameters: {
      query?: {
        /** @description Ids, `me` or `null` (nobody). */
        assignee_id?: string;
        /** @description Slugs. */
        category?: string;
        /** @description Opened at this instant or later. */
        'created_at[gte]'?: string;
        /** @description Opened before. */
        'created_at[lt]'?: string;
        /** @description `meta.next_cursor` of the page before. */
        cursor?: string;
        /** @description Adds `meta.total`, counted to 10 000. */
        include_total?: boolean;
        limit?: number;
        priority?: string;
        /** @description Full-text search in subjects, descriptions and messages. All words must be in one message, the subject counting with the description; `word*` is the beginning of a word, as is the last word, and `"in quotes"` a row of words. Case and accents do not matter, nor does any other sign. Order numbers and e-mail addresses are found whole and in parts. Tickets with all words in the subject come first, then the others, each from the newest; `sort` and `include_total` cannot be combined with it. A page may hold fewer than `limit` though `has_more` is true. */
        q?: string;
        /** @description Ids or `me`. */
        requester_id?: string;
        /** @description Resolved at this instant or later, and not reopened since. */
        'resolved_at[gte]'?: string;
        /** @description Resolved before, and not reopened since. */
        'resolved_at[lt]'?: string;
        /** @description The number breaks ties. To crawl a list that changes meanwhile, sort by creation. */
        sort?: '-updated_at' | '-created_at' | 'created_at' | '-priority';
        status?: string;
        /** @description Repeat it for "and". */
        tag?: string[];
        team_id?: string;
        /** @description Changed at this instant or later. */
        'updated_at[gte]'?: string;
        /** @description Changed before. */
        'updated_at[lt]'?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tickets retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['ListedTicketDto'][];
            /** @example Tickets retrieved */
            message: string;
            meta: components['schemas']['PageMetaDto'];
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `invalid_cursor`, `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  openTicket: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenTicketDto'];
      };
    };
    responses: {
      /** @description Ticket opened */
      201: {
        headers: {
          /** @description Version */
          ETag?: string;
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketDto'];
            /** @example Ticket opened */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  getTicket: {
    parameters: {
      query?: never;
      header?: {
        /** @description Tags you have; 304 when one is current. */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ticket retrieved */
      200: {
        headers: {
          /** @description Version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketDetailDto'];
            /** @example Ticket retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `If-None-Match` names the current version */
      304: {
        headers: {
          /** @description Version */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  deleteTicket: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tag the change is meant for; 412 when it is not current. */
        'If-Match'?: string;
      };
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ticket deleted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @example null */
            data: Record<string, never> | null;
            /** @example Ticket deleted */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `version_mismatch` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  editTicket: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tag the change is meant for; 412 when it is not current. */
        'If-Match'?: string;
      };
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditTicketDto'];
      };
    };
    responses: {
      /** @description Ticket updated */
      200: {
        headers: {
          /** @description Version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketDto'];
            /** @example Ticket updated */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `invalid_transition` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `version_mismatch` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  assignTicket: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
        /** @description The tag the change is meant for; 412 when it is not current. */
        'If-Match'?: string;
      };
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignTicketDto'];
      };
    };
    responses: {
      /** @description Ticket assigned */
      200: {
        headers: {
          /** @description Version */
          ETag?: string;
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketDto'];
            /** @example Ticket assigned */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `version_mismatch` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  claimTicket: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
        /** @description The tag the change is meant for; 412 when it is not current. */
        'If-Match'?: string;
      };
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ticket claimed */
      200: {
        headers: {
          /** @description Version */
          ETag?: string;
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketDto'];
            /** @example Ticket claimed */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `conflict`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `version_mismatch` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  closeTicket: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
        /** @description The tag the change is meant for; 412 when it is not current. */
        'If-Match'?: string;
      };
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettleTicketDto'];
      };
    };
    responses: {
      /** @description Ticket closed */
      200: {
        headers: {
          /** @description Version */
          ETag?: string;
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketDto'];
            /** @example Ticket closed */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `invalid_transition`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `version_mismatch` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listTicketEvents: {
    parameters: {
      query?: {
        /** @description `meta.next_cursor` of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Events retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketEventDto'][];
            /** @example Events retrieved */
            message: string;
            meta: components['schemas']['PageMetaDto'];
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `invalid_cursor`, `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listMessages: {
    parameters: {
      query?: {
        /** @description `meta.next_cursor` of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Messages retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['MessageDto'][];
            /** @example Messages retrieved */
            message: string;
            meta: components['schemas']['PageMetaDto'];
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `invalid_cursor`, `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  postMessage: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PostMessageDto'];
      };
    };
    responses: {
      /** @description Message added */
      201: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['MessageDto'];
            /** @example Message added */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `invalid_transition`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  markRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MarkReadDto'];
      };
    };
    responses: {
      /** @description Marked as read */
      200: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketDto'];
            /** @example Marked as read */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  reopenTicket: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
        /** @description The tag the change is meant for; 412 when it is not current. */
        'If-Match'?: string;
      };
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ticket reopened */
      200: {
        headers: {
          /** @description Version */
          ETag?: string;
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketDto'];
            /** @example Ticket reopened */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `invalid_transition`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `version_mismatch` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  resolveTicket: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
        /** @description The tag the change is meant for; 412 when it is not current. */
        'If-Match'?: string;
      };
      path: {
        /** @description Number of a ticket, or its reference. */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettleTicketDto'];
      };
    };
    responses: {
      /** @description Ticket resolved */
      200: {
        headers: {
          /** @description Version */
          ETag?: string;
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketDto'];
            /** @example Ticket resolved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `invalid_transition`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `version_mismatch` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  countTickets: {
    parameters: {
      query?: {
        /** @description Ids, `me` or `null` (nobody). */
        assignee_id?: string;
        /** @description Counts the tickets of each value apart. */
        by?: 'status' | 'priority' | 'category' | 'assignee';
        /** @description Slugs. */
        category?: string;
        /** @description Opened at this instant or later. */
        'created_at[gte]'?: string;
        /** @description Opened before. */
        'created_at[lt]'?: string;
        /** @description The query of a list of tickets, encoded as one value. Repeat it for more lists, each of which is counted by itself. A `sort` or page in it does not matter. */
        filter?: string[];
        priority?: string;
        /** @description Ids or `me`. */
        requester_id?: string;
        /** @description Resolved at this instant or later, and not reopened since. */
        'resolved_at[gte]'?: string;
        /** @description Resolved before, and not reopened since. */
        'resolved_at[lt]'?: string;
        status?: string;
        /** @description Repeat it for "and". */
        tag?: string[];
        team_id?: string;
        /** @description Changed at this instant or later. */
        'updated_at[gte]'?: string;
        /** @description Changed before. */
        'updated_at[lt]'?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tickets counted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['TicketCountsDto'];
            /** @example Tickets counted */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  exportTickets: {
    parameters: {
      query?: {
        /** @description Ids, `me` or `null` (nobody). */
        assignee_id?: string;
        /** @description Slugs. */
        category?: string;
        /** @description Opened at this instant or later. */
        'created_at[gte]'?: string;
        /** @description Opened before. */
        'created_at[lt]'?: string;
        priority?: string;
        /** @description Full-text search in subjects, descriptions and messages. All words must be in one message, the subject counting with the description; `word*` is the beginning of a word, as is the last word, and `"in quotes"` a row of words. Case and accents do not matter, nor does any other sign. Order numbers and e-mail addresses are found whole and in parts. Tickets with all words in the subject come first, then the others, each from the newest; `sort` and `include_total` cannot be combined with it. A page may hold fewer than `limit` though `has_more` is true. */
        q?: string;
        /** @description Ids or `me`. */
        requester_id?: string;
        /** @description Resolved at this instant or later, and not reopened since. */
        'resolved_at[gte]'?: string;
        /** @description Resolved before, and not reopened since. */
        'resolved_at[lt]'?: string;
        /** @description The number breaks ties. To crawl a list that changes meanwhile, sort by creation. */
        sort?: '-updated_at' | '-created_at' | 'created_at' | '-priority';
        status?: string;
        /** @description Repeat it for "and". */
        tag?: string[];
        team_id?: string;
        /** @description Changed at this instant or later. */
        'updated_at[gte]'?: string;
        /** @description Changed before. */
        'updated_at[lt]'?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The table */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: {
        /** @description `meta.next_cursor` of the page before. */
        cursor?: string;
        limit?: number;
        /** @description Part of the name or the e-mail. */
        q?: string;
        role?: 'customer' | 'agent' | 'admin';
        team_id?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Users retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['UserDto'][];
            /** @example Users retrieved */
            message: string;
            meta: components['schemas']['PageMetaDto'];
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  createUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUserDto'];
      };
    };
    responses: {
      /** @description User created */
      201: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['UserDto'];
            /** @example User created */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  getUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description User retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['UserDto'];
            /** @example User retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  changeUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeUserDto'];
      };
    };
    responses: {
      /** @description User updated */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['UserDto'];
            /** @example User updated */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `already_exists`, `conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listWebhooks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Webhooks retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['WebhookDto'][];
            /** @example Webhooks retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  createWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateWebhookDto'];
      };
    };
    responses: {
      /** @description Webhook created */
      201: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['WebhookWithSecretDto'];
            /** @example Webhook created */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `conflict`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  getWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Webhook retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['WebhookDto'];
            /** @example Webhook retrieved */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Webhook deleted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @example null */
            data: Record<string, never> | null;
            /** @example Webhook deleted */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  changeWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeWebhookDto'];
      };
    };
    responses: {
      /** @description Webhook updated */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['WebhookDto'];
            /** @example Webhook updated */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  listDeliveries: {
    parameters: {
      query?: {
        /** @description `meta.next_cursor` of the page before. */
        cursor?: string;
        limit?: number;
        status?: 'waiting' | 'pending' | 'delivered' | 'parked';
      };
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deliveries retrieved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['DeliveryDto'][];
            /** @example Deliveries retrieved */
            message: string;
            meta: components['schemas']['PageMetaDto'];
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `invalid_cursor`, `unknown_parameter`, `invalid_parameter` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  replayDelivery: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path: {
        delivery_id: number;
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delivery replayed */
      200: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['DeliveryDto'];
            /** @example Delivery replayed */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `conflict`, `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  pauseWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Webhook paused */
      200: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['WebhookDto'];
            /** @example Webhook paused */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  replayDeliveries: {
    parameters: {
      query: {
        /** @description A date, or an instant with a time zone. */
        from: string;
      };
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deliveries replayed */
      200: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['ReplayedDto'];
            /** @example Deliveries replayed */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  resumeWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Webhook resumed */
      200: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['WebhookDto'];
            /** @example Webhook resumed */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Secret rotated */
      200: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['WebhookWithSecretDto'];
            /** @example Secret rotated */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
  testWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, and every time is answered as the first time. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Test sent */
      200: {
        headers: {
          /** @description `true` on the answer of a request sent again */
          'Idempotent-Replayed'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: components['schemas']['DeliveryDto'];
            /** @example Test sent */
            message: string;
            /** @example 3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d */
            request_id: string;
            /** @enum {boolean} */
            success: true;
            /**
             * Format: date-time
             * @example 2026-03-04T09:30:00.000Z
             */
            timestamp: string;
          };
        };
      };
      /** @description `unknown_parameter`, `invalid_parameter`, `malformed_json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unauthenticated`, `token_expired` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `forbidden`, `tenant_suspended` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `not_found` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `idempotency_in_progress` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `payload_too_large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unsupported_media_type` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `validation_failed`, `idempotency_key_reused` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `rate_limited` */
      429: {
        headers: {
          /** @description `"actor";r=0;t=17`: what is left, and the seconds until all is */
          RateLimit?: string;
          /** @description `"actor";q=600;w=60`: so many in so many seconds */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `internal_error` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `unavailable` */
      503: {
        headers: {
          /** @description Seconds to wait */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
      /** @description `storage_full` */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailureDto'];
        };
      };
    };
  };
}
