import { describe, expect, it } from '@jest/globals';
import { mayShowInline, safeFileName } from './attachment.js';

describe('a file’s name', () => {
  it.each([
    ['photo.png', 'photo.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\invoice.pdf', 'invoice.pdf'],
    ['/', 'file'],
    ['..', 'file'],
    ['.', 'file'],
    ['   ', 'file'],
    ['', 'file'],
    ['\u0000\r\n', 'file'],
    ['a\r\nb: c.txt', 'ab: c.txt'],
    ['harmless\u202Egnp.exe', 'harmlessgnp.exe'],
    ['Rechnung März – 1.pdf', 'Rechnung März – 1.pdf'],
    ['写真🚐.png', '写真🚐.png'],
    ['say "hi".txt', 'say "hi".txt'],
    ['half \uD83D.txt', 'half \uFFFD.txt'],
    ['.htaccess', '.htaccess'],
  ])('given as %j is kept as %j', (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  it('that is too long keeps its ending', () => {
    const kept = safeFileName(`${'x'.repeat(300)}.tar.gz`);
    expect(kept).toHaveLength(255);
    expect(kept.endsWith('x.gz')).toBe(true);
  });

  it('that is too long without an ending is cut, never inside a character', () => {
    expect(safeFileName('y'.repeat(300))).toBe('y'.repeat(255));
    const cut = safeFileName(`z${'🚐'.repeat(200)}`);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(255);
  });
});

describe('what a page may show inline', () => {
  it.each(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'application/pdf'])('%s', (type) => {
    expect(mayShowInline(type)).toBe(true);
  });

  it.each(['image/svg+xml', 'application/xml', 'text/xml', 'text/html', 'text/plain', 'application/octet-stream'])(
    'not %s',
    (type) => {
      expect(mayShowInline(type)).toBe(false);
    },
  );
});
