import { Body, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { toIso } from '../../../platform/clock/clock.js';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { invalid, notFound } from '../../../platform/errors/error-codes.js';
import { Answer } from '../../../platform/http/answer.decorator.js';
import { ObjectField, TextField } from '../../../platform/http/fields.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { Allow, AllowKeys } from '../../auth/index.js';
import { type LinkedResource, MAX_DATA_BYTES, MAX_EXTERNAL_ID, TYPE_PATTERN } from '../domain/linked-resource.js';
import { LinkedResourcesService } from '../linked-resources.service.js';

const BOOKING = { vehicle: { brand: 'Toyota', model: 'Corolla', plate_number: 'ABC-123' } };

class PutLinkedResourceDto {
  @TextField({ optional: true, nullable: true, max: 190, example: 'BK-2024-00005' })
  reference?: string | null;
  @TextField({
    optional: true,
    nullable: true,
    max: 190,
    example: 'ada@northwind.example',
    description: "The owner's `subject`: the e-mail of a local account, or what your identity provider calls them.",
  })
  owner_subject?: string | null;
  @ObjectField({ optional: true, maxBytes: MAX_DATA_BYTES, example: BOOKING })
  data?: Record<string, unknown>;
}

class LinkedResourceDto {
  @ApiProperty({ example: 'booking' })
  type: string;
  @ApiProperty({ example: '5' })
  external_id: string;
  @ApiProperty({ type: String, nullable: true, example: 'BK-2024-00005' })
  reference: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'ada@northwind.example' })
  owner_subject: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, example: BOOKING })
  data: object;
  @ApiProperty({ format: 'date-time', example: '2026-01-05T08:00:00.000Z' })
  created_at: string;
  @ApiProperty({ format: 'date-time', example: '2026-02-11T14:05:31.000Z' })
  updated_at: string;
}

@NativeController('linked-resources', 'Linked resources')
export class LinkedResourcesController {
  constructor(private readonly resources: LinkedResourcesService) {}

  @Put(':type/:external_id')
  @Allow('admin')
  @AllowKeys('linked_resources:write')
  @Answer({ summary: 'Put a linked resource', message: 'Linked resource saved', data: LinkedResourceDto })
  async putLinkedResource(
    @Ctx() ctx: TenantContext,
    @Param('type') type: string,
    @Param('external_id') externalId: string,
    @Body() body: PutLinkedResourceDto,
  ) {
    requireValidKey(type, externalId);
    const { reference = null, owner_subject: ownerSubject = null, data = {} } = body;
    return present(await this.resources.put(ctx, type, externalId, { reference, ownerSubject, data }));
  }

  @Get(':type/:external_id')
  @Allow('admin')
  @AllowKeys('linked_resources:read')
  @Answer({ summary: 'Get a linked resource', message: 'Linked resource retrieved', data: LinkedResourceDto })
  async getLinkedResource(
    @Ctx() ctx: TenantContext,
    @Param('type') type: string,
    @Param('external_id') externalId: string,
  ) {
    if (!isValidKey(type, externalId)) throw notFound();
    return present(await this.resources.get(ctx, type, externalId));
  }

  @Delete(':type/:external_id')
  @Allow('admin')
  @AllowKeys('linked_resources:write')
  @Answer({ summary: 'Forget a linked resource', message: 'Linked resource deleted', data: null })
  async deleteLinkedResource(
    @Ctx() ctx: TenantContext,
    @Param('type') type: string,
    @Param('external_id') externalId: string,
  ) {
    if (!isValidKey(type, externalId)) throw notFound();
    await this.resources.delete(ctx, type, externalId);
  }
}

function isValidKey(type: string, externalId: string): boolean {
  const storable = externalId.isWellFormed() && !externalId.includes('\0') && externalId === externalId.trim();
  return TYPE_PATTERN.test(type) && storable && externalId !== '' && externalId.length <= MAX_EXTERNAL_ID;
}

function requireValidKey(type: string, externalId: string): void {
  if (!TYPE_PATTERN.test(type)) throw invalid({ type: ['type must be a lower-case word of at most 40 characters'] });
  if (!isValidKey(type, externalId)) throw invalid({ external_id: ['external_id must be 1 to 190 plain characters'] });
}

function present(resource: LinkedResource): LinkedResourceDto {
  return {
    type: resource.type,
    external_id: resource.externalId,
    reference: resource.reference,
    owner_subject: resource.ownerSubject,
    data: resource.data,
    created_at: toIso(resource.createdAt),
    updated_at: toIso(resource.updatedAt),
  };
}
