import { applyDecorators, Controller, UseInterceptors, UsePipes } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EnvelopeInterceptor } from './envelope.interceptor.js';
import { RefuseMultipart } from './refuse-multipart.interceptor.js';
import { ShapePipe } from './shape.pipe.js';
import { StrictInput } from './strict-input.interceptor.js';

const NATIVE_PREFIX = 'api/v1';

/** A controller of the native API: under `/api/v1`, DTOs checked, answers in the envelope. */
export function NativeController(path: string, tag: string): ClassDecorator {
  return applyDecorators(
    Controller(`${NATIVE_PREFIX}/${path}`),
    ApiTags(tag),
    UseInterceptors(RefuseMultipart, StrictInput, EnvelopeInterceptor),
    UsePipes(ShapePipe),
  );
}
