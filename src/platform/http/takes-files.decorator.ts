import type { IncomingHttpHeaders } from 'node:http';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';

const READ_ON_BYTES = 8 * 1_048_576;

const TAKES_FILES = 'polydesk:takes-files';

/** Marks a handler that reads a multipart body itself; everywhere else such a body is refused, not ignored. */
export function TakesFiles(): MethodDecorator {
  return applyDecorators(
    SetMetadata(TAKES_FILES, true),
    RouteConfig({ takesFiles: true }),
    ApiConsumes('multipart/form-data'),
  );
}

/**
 * Whether a request brings files to a route that takes them, by the route's config: what a client says of its body alone
 * decides nothing.
 */
export function bringsFiles(headers: IncomingHttpHeaders, config: object): boolean {
  return (config as { readonly takesFiles?: boolean }).takesFiles === true && isMultipart(headers);
}

/**
 * Whether so much of a refused upload may still come that the connection is closed instead of reading on. The rest of a
 * smaller one is read and dropped: many clients look for the answer only when they have sent everything.
 */
export function mayBringMuchMore(headers: IncomingHttpHeaders): boolean {
  return isMultipart(headers) && !(Number(headers['content-length']) <= READ_ON_BYTES);
}

function isMultipart(headers: IncomingHttpHeaders): boolean {
  return headers['content-type']?.startsWith('multipart/') === true;
}

export function takesFiles(handler: object): boolean {
  return Reflect.getMetadata(TAKES_FILES, handler) === true;
}
