import { EnumField } from '../../platform/http/fields.js';

/** What a tenant that speaks this dialect sets: what somebody without a token may do. */
export class KinconectaSettings {
  @EnumField(['off', 'create', 'full'], { optional: true, example: 'create' })
  anonymous?: 'off' | 'create' | 'full';
}
