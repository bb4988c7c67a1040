import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { MessagesModule } from '../messages/index.js';
import { TicketsModule } from '../tickets/index.js';
import { ReportsController } from './http/reports.controller.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [AuthModule, TicketsModule, MessagesModule],
  controllers: [ReportsController],
  providers: [ReportsService],
})
export class ReportsModule {}
