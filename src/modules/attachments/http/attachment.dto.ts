import { ApiProperty } from '@nestjs/swagger';
import { EnumField, TextField } from '../../../platform/http/fields.js';

export class AttachmentDto {
  @ApiProperty({ example: 12 })
  id: number;
  @ApiProperty({ example: 'screenshot.png' })
  file_name: string;
  @ApiProperty({
    example: 'image/png',
    description: 'By the content, not by what the uploader said; of a file kept elsewhere, as it was said.',
  })
  mime_type: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 48_213,
    description: 'Bytes; as it was said, or null, for a file kept elsewhere.',
  })
  size: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description: 'Null for a file kept elsewhere.',
  })
  sha256: string | null;
  @ApiProperty({
    example: 'http://127.0.0.1:3000/api/v1/attachments/12/content?signature=2.7.1772617800000.k3J…',
    description: 'Downloads without a token for five minutes; of a file kept elsewhere, its address there.',
  })
  url: string;
  @ApiProperty({ enum: ['unbound', 'bound'], example: 'unbound', description: 'Bound once a message names it.' })
  status: 'unbound' | 'bound';
  @ApiProperty({ format: 'date-time', example: '2026-03-04T09:30:00.000Z' })
  created_at: string;
}

export class ContentQueryDto {
  @EnumField(['attachment', 'inline'], {
    optional: true,
    example: 'inline',
    description: 'Inline is honoured for raster images and PDF only.',
  })
  disposition?: 'attachment' | 'inline';

  @TextField({ optional: true, max: 200, description: 'Of a signed URL, instead of a token.' })
  signature?: string;
}
