import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

const TAKES_FILES = 'polydesk:takes-files';

/** Marks a handler that reads a multipart body itself; everywhere else such a body is refused, not ignored. */
export function TakesFiles(): MethodDecorator {
  return applyDecorators(
    SetMetadata(TAKES_FILES, true),
    RouteConfig({ takesFiles: true }),
    ApiConsumes('multipart/form-data'),
  );
}

/** Whether the request brings files to a route that takes them: what a client says of its body alone decides nothing. */
export function bringsFiles({ headers, routeOptions }: FastifyRequest): boolean {
  const { takesFiles = false } = routeOptions.config as { readonly takesFiles?: boolean };
  return takesFiles && headers['content-type']?.startsWith('multipart/') === true;
}

export function takesFiles(handler: object): boolean {
  return Reflect.getMetadata(TAKES_FILES, handler) === true;
}
