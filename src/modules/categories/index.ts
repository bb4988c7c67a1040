export { CategoriesModule } from './categories.module.js';
export { CategoriesService } from './categories.service.js';
export { CategoryUsage } from './category-usage.js';
export type { Category } from './domain/category.js';
