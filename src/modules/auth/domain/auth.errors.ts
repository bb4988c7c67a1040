import { DomainError, errorCode } from '../../../platform/errors/domain-error.js';

export const UNAUTHENTICATED = errorCode('unauthenticated', 'unauthenticated', 'Sign in to do this');
export const TOKEN_EXPIRED = errorCode('token_expired', 'unauthenticated', 'The token has expired');
export const INVALID_CREDENTIALS = errorCode('invalid_credentials', 'unauthenticated', 'Invalid credentials');
export const TENANT_SUSPENDED = errorCode('tenant_suspended', 'forbidden', 'This tenant is suspended');

/** `message` where a wire tells which of several credentials was not good. */
export const unauthenticated = (message?: string) => new DomainError(UNAUTHENTICATED, { message });
