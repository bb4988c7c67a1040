import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessLog } from './access-log.js';
import { Cursors } from './cursors.js';
import { ErrorFilter } from './error.filter.js';
import { SignInOffers } from './pages/sign-in-offers.js';
import { RouteTable } from './route-table.js';

@Global()
@Module({
  providers: [
    AccessLog,
    Cursors,
    RouteTable,
    SignInOffers,
    ErrorFilter,
    { provide: APP_FILTER, useExisting: ErrorFilter },
  ],
  exports: [AccessLog, Cursors, RouteTable, SignInOffers, ErrorFilter],
})
export class HttpModule {}
