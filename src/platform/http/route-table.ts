import { Injectable } from '@nestjs/common';
import FindMyWay from 'find-my-way';

/** The methods each path answers, to tell "no such page" from "not with this method". */
@Injectable()
export class RouteTable {
  private readonly router = FindMyWay({ ignoreTrailingSlash: true });
  private readonly methods = new Set<FindMyWay.HTTPMethod>();

  add(method: string | readonly string[], path: string): void {
    for (const each of [method].flat() as FindMyWay.HTTPMethod[]) {
      // OPTIONS answers everywhere, for preflights; it does not make a path exist.
      if (each === 'OPTIONS' || this.router.findRoute(each, path)) continue;
      this.router.on(each, path, () => undefined);
      this.methods.add(each);
    }
  }

  methodsAt(url: string): readonly string[] {
    const path = url.split('?')[0] ?? '';
    return [...this.methods].filter((method) => this.router.find(method, path) !== null);
  }
}
