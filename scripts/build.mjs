import { ready } from './ready.mjs';

await ready({ build: ['server', 'console'] });
