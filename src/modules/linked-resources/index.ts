export { MAX_EXTERNAL_ID, TYPE_PATTERN } from './domain/linked-resource.js';
export { LinkedResourcesModule } from './linked-resources.module.js';
export { LinkedResourcesService } from './linked-resources.service.js';
