import { ApiBody, ApiProperty } from '@nestjs/swagger';
import { CATEGORY_WORDS, PRIORITY, STATUS } from '../vocabulary.js';

/** What documents a moment within `data`: no fractions of a second. */
export const MOMENT = { example: '2024-01-15T10:00:00Z' } as const;
export const TEXT = { type: String, nullable: true } as const;
const NUMBER = { type: Number, nullable: true } as const;

const FILE_URL = 'https://desk.example/api/v1/attachments/12/content?signature=…';
export const FileUrlsShown = (): PropertyDecorator =>
  ApiProperty({
    type: [String],
    example: [FILE_URL],
    description: 'URLs; those of uploads are good for five minutes.',
  });

/** What every answer begins with that shows a ticket. */
export class DaakeyTicketHead {
  @ApiProperty({ example: 3 })
  id: number;
  @ApiProperty({ example: 'TK-2024-00003' })
  reference: string;
  @ApiProperty({ example: 'Vehicle not starting' })
  subject: string;
  @ApiProperty({ enum: STATUS.words, example: 'open' })
  status: string;
  @ApiProperty({ enum: PRIORITY.words, example: 'high' })
  priority: string;
  @ApiProperty({ enum: CATEGORY_WORDS, example: 'vehicle_issue' })
  category: string;
}

export class DaakeyPerson {
  @ApiProperty({ example: 2 })
  id: number;
  @ApiProperty({ example: 'Sam Agent' })
  name: string;
}

export class DaakeyOpenedVehicle {
  @ApiProperty({ ...TEXT, example: 'ABC-123' })
  plate_number: string | null;
  @ApiProperty({ ...TEXT, example: 'Toyota' })
  brand: string | null;
  @ApiProperty({ ...TEXT, example: 'Corolla' })
  model: string | null;
}

export class DaakeyVehicle extends DaakeyOpenedVehicle {
  @ApiProperty({ ...NUMBER, example: 12 })
  id: number | null;
}

export class DaakeyBookingRef {
  @ApiProperty({ example: 5 })
  id: number;
  @ApiProperty({ ...TEXT, example: 'BK-2024-00005' })
  reference: string | null;
}

export class DaakeyFile {
  @ApiProperty({ example: 12 })
  id: number;
  @ApiProperty({ example: FILE_URL, description: 'To be named in `attachments` within 24 hours.' })
  url: string;
  @ApiProperty({ example: 'dashboard.jpg', description: 'The name it is downloaded under.' })
  filename: string;
  @ApiProperty({ example: 'dashboard.jpg' })
  original_filename: string;
  @ApiProperty({ example: 'image/jpeg', description: 'By its content.' })
  mime_type: string;
  @ApiProperty({ example: 48_213, description: 'Bytes.' })
  size: number;
  @ApiProperty({ ...TEXT, example: 'tickets', description: 'As sent.' })
  collection: string | null;
  @ApiProperty({ ...TEXT, example: 'Ticket', description: 'As sent.' })
  model_type: string | null;
  @ApiProperty({
    oneOf: [{ type: 'integer' }, { type: 'string' }, { type: 'null' }],
    example: 3,
    description: 'As sent; digits as a number.',
  })
  model_id: number | string | null;
  @ApiProperty(MOMENT)
  created_at: string;
}

/** The multipart form of an upload. */
export const UploadForm = (): MethodDecorator =>
  ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary', description: 'At most 10 MB: an image, a PDF or text.' },
        collection: { type: 'string', example: 'tickets' },
        model_type: { type: 'string', example: 'Ticket' },
        model_id: { type: 'string', example: '3' },
      },
    },
  });
