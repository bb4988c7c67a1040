import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, SECOND } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { sameText } from '../../../platform/crypto/keys.service.js';
import { type Tenant, TenantsService } from '../../../modules/auth/index.js';
import { type Agency, agencyOf } from '../agency.js';

/** Tells which agency a signature speaks for. A seam: how the vendor's servers build and check theirs is not published. */
export abstract class SignatureVerifier {
  /** Null for a signature that is not good. */
  abstract tenantOf(ctx: RequestContext, signature: string): Promise<Tenant | null>;
}

interface Payload {
  readonly agency_code?: unknown;
  readonly agency_id?: unknown;
  /** Seconds since 1970. */
  readonly timestamp?: unknown;
}

const CODE = /^[A-Z0-9_-]{1,63}$/;
const ID = /^[1-9]\d{0,9}$/;

/**
 * `base64url(JSON) + "." + hex(HMAC-SHA256(secret_key, base64url(JSON)))`, the JSON naming the agency and the time. The
 * request's body is not signed: the header says for whom the caller speaks, not what.
 */
@Injectable()
export class HmacSignatures extends SignatureVerifier {
  constructor(
    private readonly tenants: TenantsService,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async tenantOf(ctx: RequestContext, signature: string): Promise<Tenant | null> {
    const dot = signature.lastIndexOf('.');
    if (dot < 0) return null;
    const text = signature.slice(0, dot);
    const payload = payloadIn(text);
    const tenant = payload && (await this.tenantNamedIn(ctx, payload));
    if (!tenant) return null;
    const agency = agencyOf(tenant);
    const isGood = isSignedBy(agency, text, signature.slice(dot + 1)) && this.isFresh(agency, payload);
    return isGood ? tenant : null;
  }

  private async tenantNamedIn(ctx: RequestContext, { agency_code: code, agency_id: id }: Payload) {
    if (typeof code === 'string') {
      return CODE.test(code) ? this.tenants.findBySetting(ctx, 'daakey', 'agency_code', code) : null;
    }
    const number = typeof id === 'number' || typeof id === 'string' ? String(id) : '';
    return ID.test(number) ? this.tenants.findBySetting(ctx, 'daakey', 'agency_id', number) : null;
  }

  private isFresh({ signatureToleranceSeconds: tolerance }: Agency, { timestamp }: Payload): boolean {
    if (tolerance === 0) return true;
    return typeof timestamp === 'number' && Math.abs(this.clock.now() - timestamp * SECOND) <= tolerance * SECOND;
  }
}

function payloadIn(text: string): Payload | null {
  try {
    const payload: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return typeof payload === 'object' ? payload : null;
  } catch {
    return null;
  }
}

function isSignedBy({ secretKey }: Agency, text: string, given: string): boolean {
  if (secretKey === null) return false;
  return sameText(createHmac('sha256', secretKey).update(text).digest('hex'), given);
}
