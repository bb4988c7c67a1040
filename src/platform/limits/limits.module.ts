import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Config } from '../config/config.js';
import { Admission } from './admission.service.js';
import { KnownCallers } from './known-callers.js';
import { createLimiters } from './limiters.js';
import { PasswordTries } from './password-tries.service.js';
import { RateLimitInterceptor } from './rate-limit.interceptor.js';
import { LIMITERS, RateLimits } from './rate-limits.service.js';

@Global()
@Module({
  providers: [
    { provide: LIMITERS, useFactory: (config: Config) => createLimiters(config.REDIS_URL), inject: [Config] },
    ...[RateLimits, PasswordTries, Admission, KnownCallers],
    { provide: APP_INTERCEPTOR, useClass: RateLimitInterceptor },
  ],
  exports: [RateLimits, PasswordTries, Admission, KnownCallers],
})
export class LimitsModule {}
