import { errorCode } from '../errors/domain-error.js';

export const STORAGE_FULL = errorCode('storage_full', 'unavailable', 'There is no space left to store this');
