export type { Message } from './domain/message.js';
export { MessagesModule } from './messages.module.js';
export { MessagesService, type NewMessage } from './messages.service.js';
export { ReplyFigures } from './persistence/reply-figures.js';
export { type MessageWithFiles, Threads } from './threads.service.js';
