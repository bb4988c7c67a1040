import type { Type } from '@nestjs/common';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';

export interface EnvelopeShape {
  readonly message: string;
  /** Class of `data`; null where there is nothing to say. */
  readonly data: Type<object> | null;
  /** Whether `data` is a page of a list. */
  readonly paged?: boolean;
  /** Whether `meta` names the agency. */
  readonly namesAgency: boolean;
}

class DaakeyAgencyMeta {
  @ApiProperty({ example: 123 })
  agency_id: number;
  @ApiProperty({ example: 'AGENCY123' })
  agency_code: string;
}

class DaakeyPageMeta {
  @ApiProperty({ example: 1 })
  current_page: number;
  @ApiProperty({ example: 1, description: 'At least 1.' })
  last_page: number;
  @ApiProperty({ example: 15 })
  per_page: number;
  @ApiProperty({ example: 1, description: 'Counted to 10 000.' })
  total: number;
}

class DaakeyAgencyPageMeta extends IntersectionType(DaakeyAgencyMeta, DaakeyPageMeta) {}

/** The success envelope of an operation, as a class that the documentation can name. */
export function successOf(operation: string, { message, data, paged = false, namesAgency }: EnvelopeShape) {
  class DaakeySuccess {
    @ApiProperty({ enum: [true] })
    success: true;
    @ApiProperty({ enum: [message] })
    message: string;
    @ApiProperty(data ? { type: paged ? [data] : data } : { type: 'null', example: null })
    data: object | null;
    request_id: string;
    timestamp: string;
  }
  const meta = metaOf(paged, namesAgency);
  if (meta) ApiProperty({ type: meta })(DaakeySuccess.prototype, 'meta');
  ApiProperty({ type: String, example: '3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d' })(DaakeySuccess.prototype, 'request_id');
  ApiProperty({ type: String, example: '2024-01-01T00:00:00.000Z' })(DaakeySuccess.prototype, 'timestamp');
  const name = `Daakey${operation.charAt(0).toUpperCase()}${operation.slice(1)}Answer`;
  Object.defineProperty(DaakeySuccess, 'name', { value: name });
  return DaakeySuccess;
}

function metaOf(paged: boolean, namesAgency: boolean): Type<object> | null {
  if (namesAgency) return paged ? DaakeyAgencyPageMeta : DaakeyAgencyMeta;
  return paged ? DaakeyPageMeta : null;
}
