import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

const ETAGGED = 'polydesk:etagged';

/** Marks a handler whose answer carries its `version` as `ETag` and honours `If-None-Match`. */
export const Etagged = () => applyDecorators(SetMetadata(ETAGGED, true), ApiExtension('x-etag', true));

export function isEtagged(handler: object): boolean {
  return Reflect.getMetadata(ETAGGED, handler) === true;
}

export function etagOf(version: number): string {
  return `W/"${version}"`;
}

/** No version is ever 0, so a tag that is none of ours matches nothing. */
const NO_VERSION = 0;

const TAG = /^(?:W\/)?"[^"]*"$/;
const VERSION_TAG = /^(?:W\/)?"(\d{1,9})"$/;

/**
 * The version that `If-Match` demands; null when the header is absent or `*`. Of a list the one tag that could be ours
 * counts; a list with several versions is refused like one with none, since a change is made on one version only.
 */
export const IfMatch = createParamDecorator((_: unknown, execution: ExecutionContext): number | null => {
  const header = execution.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const tags = header?.split(',').map((tag) => tag.trim()) ?? ['*'];
  if (tags.includes('*')) return null;
  if (!tags.every((tag) => TAG.test(tag))) return NO_VERSION;
  const versions = new Set(tags.map((tag) => Number(VERSION_TAG.exec(tag)?.[1] ?? NO_VERSION)));
  versions.delete(NO_VERSION);
  return versions.size === 1 ? ([...versions][0] ?? NO_VERSION) : NO_VERSION;
});

/** Whether `If-None-Match` already has what carries this tag: a version, or the digest of bytes. */
export function matchesAny(header: string | undefined, tag: number | string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === `"${tag}"`);
}
