import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DatabaseModule } from '../database/database.module.js';
import { AnswerSweep } from './answer-sweep.js';
import { AnswersRepository } from './answers.repository.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { KeptAnswerEntity } from './kept-answer.entity.js';
import { KeptAnswers } from './kept-answers.service.js';
import { ReplayAccess } from './replay-access.js';

@Global()
@Module({
  imports: [DatabaseModule.entities(KeptAnswerEntity)],
  providers: [
    ...[AnswersRepository, KeptAnswers, ReplayAccess, AnswerSweep],
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [ReplayAccess],
})
export class IdempotencyModule {}
