/** Base of every DTO of a query; a route without one takes no query parameters. */
export abstract class QueryDto {}
