import { Module } from '@nestjs/common';
import { DatabaseModule } from '../../platform/database/database.module.js';
import { AttachmentsModule } from '../attachments/index.js';
import { AuthModule } from '../auth/index.js';
import { CategoriesModule } from '../categories/index.js';
import { LinkedResourcesModule } from '../linked-resources/index.js';
import { EventReading } from './event-reading.service.js';
import { EventStreams } from './event-streams.service.js';
import { EventsController } from './http/events.controller.js';
import { TicketCountsController } from './http/ticket-counts.controller.js';
import { TicketExportController } from './http/ticket-export.controller.js';
import { TicketsController } from './http/tickets.controller.js';
import { TicketEntity, TicketParticipantEntity, TicketTagEntity } from './persistence/ticket.entities.js';
import { TicketParticipantsRepository, TicketTagsRepository } from './persistence/ticket-relations.repository.js';
import { SearchTextEntity } from './persistence/search-text.entity.js';
import { SearchTextsRepository } from './persistence/search-texts.repository.js';
import { TicketFigures } from './persistence/ticket-figures.js';
import { TicketListsRepository } from './persistence/ticket-lists.repository.js';
import { TicketsRepository } from './persistence/tickets.repository.js';
import { TicketCounting } from './ticket-counts.service.js';
import { MessageBodies } from './message-bodies.js';
import { TicketExports } from './ticket-exports.service.js';
import { TicketSearch } from './ticket-search.service.js';
import { TicketChanges } from './ticket-changes.service.js';
import { TicketListing } from './ticket-listing.service.js';
import { TicketOpening } from './ticket-opening.service.js';
import { TicketTargets } from './ticket-targets.js';
import { TicketsService } from './tickets.service.js';
import { UnreadCounts } from './persistence/unread-counts.js';

@Module({
  imports: [
    ...[AuthModule, CategoriesModule, LinkedResourcesModule, AttachmentsModule],
    DatabaseModule.entities(TicketEntity, TicketTagEntity, TicketParticipantEntity, SearchTextEntity),
  ],
  controllers: [TicketCountsController, TicketExportController, TicketsController, EventsController],
  providers: [
    ...[TicketsRepository, TicketListsRepository, TicketTagsRepository, TicketParticipantsRepository],
    SearchTextsRepository,
    ...[
      TicketsService,
      TicketListing,
      TicketCounting,
      TicketSearch,
      TicketExports,
      MessageBodies,
      TicketOpening,
      TicketChanges,
      TicketTargets,
      UnreadCounts,
      TicketFigures,
    ],
    ...[EventReading, EventStreams],
  ],
  exports: [TicketsService, TicketListing, TicketOpening, TicketChanges, UnreadCounts, MessageBodies, TicketFigures],
})
export class TicketsModule {}
