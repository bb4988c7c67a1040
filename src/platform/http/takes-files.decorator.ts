import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';

const TAKES_FILES = 'polydesk:takes-files';

/** Marks a handler that reads a multipart body itself; everywhere else such a body is refused, not ignored. */
export function TakesFiles(): MethodDecorator {
  return applyDecorators(SetMetadata(TAKES_FILES, true), ApiConsumes('multipart/form-data'));
}

export function takesFiles(handler: object): boolean {
  return Reflect.getMetadata(TAKES_FILES, handler) === true;
}
