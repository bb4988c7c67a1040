import { DomainError, errorCode } from '../../../platform/errors/domain-error.js';

export const UNAUTHENTICATED = errorCode('unauthenticated', 'unauthenticated', 'Sign in to do this');
export const TOKEN_EXPIRED = errorCode('token_expired', 'unauthenticated', 'The token has expired');
export const INVALID_CREDENTIALS = errorCode('invalid_credentials', 'unauthenticated', 'Invalid credentials');
export const TENANT_SUSPENDED = errorCode('tenant_suspended', 'forbidden', 'This tenant is suspended');

export const unauthenticated = () => new DomainError(UNAUTHENTICATED);
