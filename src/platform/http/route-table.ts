import { Injectable } from '@nestjs/common';
import FindMyWay from 'find-my-way';

/** How the server's router reads paths, and so this one. */
export const ROUTER_OPTIONS = { ignoreTrailingSlash: true, maxParamLength: 1_000 } as const;

/** What is declared of a route. */
interface Route {
  /** Such as `/api/v1/tickets/:number`. */
  readonly pattern: string;
  /** What its handler's decorators say of it. */
  readonly config: object;
}

export interface RouteAt extends Route {
  readonly parameters: Readonly<Record<string, string>>;
}

/** Which routes there are, known before the framework is asked. */
@Injectable()
export class RouteTable {
  private readonly router = FindMyWay(ROUTER_OPTIONS);
  private readonly methods = new Set<FindMyWay.HTTPMethod>();

  add(method: string | readonly string[], pattern: string, config: object): void {
    for (const each of [method].flat() as FindMyWay.HTTPMethod[]) {
      // OPTIONS answers everywhere, for preflights; it does not make a path exist.
      if (each === 'OPTIONS' || this.router.findRoute(each, pattern)) continue;
      this.router.on(each, pattern, () => undefined, { pattern, config } satisfies Route);
      this.methods.add(each);
    }
  }

  /** Null when nothing answers the method there. */
  find(method: string, url: string): RouteAt | null {
    const found = this.router.find(method as FindMyWay.HTTPMethod, pathOf(url));
    return found && { ...(found.store as Route), parameters: found.params as Readonly<Record<string, string>> };
  }

  /** The methods the path answers, to tell "no such page" from "not with this method". */
  methodsAt(url: string): readonly string[] {
    const path = pathOf(url);
    return [...this.methods].filter((method) => this.router.find(method, path) !== null);
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
