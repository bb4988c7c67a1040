import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Cursors } from './cursors.js';
import { ErrorFilter } from './error.filter.js';
import { RouteTable } from './route-table.js';

@Global()
@Module({
  providers: [Cursors, RouteTable, ErrorFilter, { provide: APP_FILTER, useExisting: ErrorFilter }],
  exports: [Cursors, RouteTable, ErrorFilter],
})
export class HttpModule {}
