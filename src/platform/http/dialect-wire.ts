import type { Type } from '@nestjs/common';
import type { Instant } from '../clock/clock.js';
import type { DomainError } from '../errors/domain-error.js';

/** What a dialect is told of a request that failed. */
export interface FailedRequest {
  readonly id: string;
  readonly method: string;
  /** The route's pattern, such as `/api/ticket/create`; null when there is no such route. */
  readonly route: string | null;
  /** What the path has in the places of the pattern. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly at: Instant;
}

/** A failure as a dialect says it. */
export interface WireFailure {
  readonly status: number;
  readonly body: object;
}

/** A foreign wire format as the edge knows it: where it is spoken, how it tells failures, and its documentation. */
export interface DialectWire {
  readonly name: string;
  /** Where its paths begin: whole segments, such as `/api/ticket`. Everything below is the dialect's. */
  readonly prefixes: readonly string[];
  readonly failure: (error: DomainError, request: FailedRequest) => WireFailure;
  readonly title: string;
  /** Markdown on top of its page in Swagger UI. */
  readonly introduction: string;
  /** DTO class of the body of its failures. */
  readonly failureDto: Type<object>;
}

const wires = new Map<string, DialectWire>();

/** Makes a wire known to the edge. Throws when another has its name. */
export function addDialectWire(wire: DialectWire): void {
  if (wires.has(wire.name)) throw new Error(`The dialect ${wire.name} is registered twice`);
  wires.set(wire.name, wire);
}

export function dialectWires(): readonly DialectWire[] {
  return [...wires.values()];
}

/** The dialect that a URL belongs to; null for the native API and everything else of ours. */
export function dialectWireAt(url: string): DialectWire | null {
  const path = decoded(url.split('?', 1)[0] ?? '');
  for (const wire of wires.values()) {
    if (wire.prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) return wire;
  }
  return null;
}

/** As the router reads it; what is no text names nothing of ours in either form. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
