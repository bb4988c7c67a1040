import { QueryIntField, TextField } from './fields.js';
import { DEFAULT_LIMIT, MAX_LIMIT } from './page.js';

/** The query of every keyset-paged list. */
export class PageQueryDto {
  @QueryIntField({ optional: true, min: 1, max: MAX_LIMIT, default: DEFAULT_LIMIT, example: DEFAULT_LIMIT })
  limit: number = DEFAULT_LIMIT;

  @TextField({ optional: true, max: 1024, description: '`meta.next_cursor` of the page before.' })
  cursor?: string;
}
