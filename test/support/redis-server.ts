import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** As much of Redis as counting needs, on this machine; can fall silent, and die. */
export class RedisServer {
  /** What was counted, by key. */
  readonly counts = new Map<string, number>();
  isSilent = false;
  private server: Server;
  private port = 0;
  private readonly sockets = new Set<Socket>();

  /** Starts it, at the place where it was before. */
  async start(): Promise<void> {
    this.server = createServer((socket) => this.serve(socket));
    await new Promise<void>((done) => this.server.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async die(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    let received = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      received += String(chunk);
      for (let command = read(received); command; command = read(received)) {
        received = received.slice(command.length);
        if (!this.isSilent) socket.write(this.answer(command.words));
      }
    });
  }

  private answer([name = '', ...words]: readonly string[]): string {
    switch (name.toLowerCase()) {
      case 'info':
        return bulk('redis_version:7.0.0\r\nloading:0\r\n');
      case 'eval':
      case 'evalsha': {
        const [, , key = '', points] = words;
        const count = (this.counts.get(key) ?? 0) + Number(points);
        this.counts.set(key, count);
        return `*2\r\n:${count}\r\n:60000\r\n`;
      }
      default:
        return '+OK\r\n';
    }
  }
}

const bulk = (text: string) => `$${text.length}\r\n${text}\r\n`;

/** The command that the text begins with, if all of it is there. */
function read(text: string): { words: string[]; length: number } | null {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (!head) return null;
  const words: string[] = [];
  let at = head[0].length;
  for (let word = 0; word < Number(head[1]); word++) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(at));
    if (!size) return null;
    const start = at + size[0].length;
    at = start + Number(size[1]) + 2;
    if (text.length < at) return null;
    words.push(text.slice(start, at - 2));
  }
  return { words, length: at };
}
