import { BooleanField, EnumField, IntField, TextField, TextListField } from '../../../../platform/http/fields.js';

const ORIGIN = /^https?:\/\/[a-zA-Z0-9.-]+(:\d{1,5})?$/;
const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

/** What an admin may set for the own tenant; absent fields stay. Dialects with settings add a field of their name. */
export class ChangeTenantDto {
  @TextField({ optional: true, max: 190, example: 'Northwind Traders' })
  name?: string;
  @TextListField({ optional: true, maxItems: 20, max: 40, example: ['daakey'] })
  dialects?: string[];
  @TextListField({ optional: true, maxItems: 20, max: 253, pattern: HOST, example: ['help.northwind.example'] })
  hosts?: string[];
  @TextListField({
    optional: true,
    maxItems: 20,
    max: 253,
    pattern: ORIGIN,
    example: ['https://app.northwind.example'],
  })
  cors_origins?: string[];
  @BooleanField({ optional: true, example: false, description: 'Whether anybody may register as a customer.' })
  sign_up?: boolean;
  @TextField({ optional: true, nullable: true, max: 63, example: 'general', description: 'Slug of a category.' })
  default_category?: string | null;
  @EnumField(['low', 'normal', 'high', 'urgent'], { optional: true, example: 'normal' })
  default_priority?: 'low' | 'normal' | 'high' | 'urgent';
  @IntField({ optional: true, nullable: true, min: 1, max: 1_073_741_824, example: 10_485_760 })
  attachment_max_bytes?: number | null;
  [dialect: string]: unknown;
}
