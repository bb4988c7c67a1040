import { describe, expect, it } from '@jest/globals';
import { fileLinkTo, isLinkable } from './file-link.js';

const LONGEST = `https://files.example/${'x'.repeat(1_978)}`;

describe('an address of a file', () => {
  it.each([
    'https://files.example/a.png',
    'http://files.example',
    'HTTPS://Files.Example:8443/a/b/?size=2&name=a%20b#page=3',
    'https://files.example/?mail=ada@rental.example',
    'https://files.example/@ada/a.png',
    'http://127.0.0.1:3000/a.png',
    'http://[::1]/a.png',
    'https://dateien.example/März/写真🚐.png',
    LONGEST,
  ])('may be %s', (url) => {
    expect(isLinkable(url)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['no URL', 'a.png'],
    ['a path', '/files/a.png'],
    ['without a scheme', '//files.example/a.png'],
    ['without a host', 'https:///a.png'],
    ['without slashes', 'https:files.example/a.png'],
    ['a script', 'javascript:alert(1)//https://files.example'],
    ['bytes', 'data:image/png;base64,AAAA'],
    ['a file of this machine', 'file:///etc/passwd'],
    ['of another scheme', 'ftp://files.example/a.png'],
    ['with a password', 'https://ada:secret@files.example/a.png'],
    ['with a user', 'https://ada@files.example/a.png'],
    ['with empty credentials', 'https://@files.example/a.png'],
    ['with a host that some see elsewhere', 'https://files.example\\@evil.example/a.png'],
    ['with spaces', 'https://files.example/a b.png'],
    ['with spaces around it', ' https://files.example/a.png'],
    ['with a line break', 'https://files.example/a\n.png'],
    ['with a tab in its scheme', 'ht\ttps://files.example/a.png'],
    ['with a NUL', 'https://files.example/a\u0000.png'],
    ['that reads backwards', 'https://files.example/\u202Egnp.exe'],
    ['with half a character', 'https://files.example/\uD83D'],
    ['with a port that is none', 'https://files.example:99999/a.png'],
    ['with a host that is none', 'https://files%00.example/a.png'],
    ['of 2 001 characters', `${LONGEST}x`],
  ])('may not be %s', (_what, url) => {
    expect(isLinkable(url)).toBe(false);
  });
});

describe('a link that only its address is told of', () => {
  it.each([
    ['https://files.example/a/photo.png?size=2#top', 'photo.png'],
    ['https://files.example/Rechnung%20M%C3%A4rz.pdf', 'Rechnung März.pdf'],
    ['https://files.example/März.pdf', 'März.pdf'],
    ['https://files.example/100%.txt', '100%.txt'],
    ['https://files.example/..%2F..%2Fetc%2Fpasswd', 'passwd'],
    ['https://files.example/a%0D%0Ab%E2%80%AE.txt', 'ab.txt'],
    ['https://files.example/a/', 'file'],
    ['https://files.example', 'file'],
    ['https://files.example/%2E%2E', 'file'],
    ['no URL', 'file'],
  ])('%s has a safe name', (url, fileName) => {
    expect(fileLinkTo(url)).toEqual({ url, fileName, mimeType: 'application/octet-stream', size: null });
  });
});

describe('what is told of a link', () => {
  const url = 'https://files.example/a';

  it('is kept', () => {
    const told = { fileName: 'b.txt', mimeType: 'text/plain; charset=utf-8', size: 0 };
    expect(fileLinkTo(url, told)).toEqual({ url, ...told });
  });

  it.each(['', 'picture', 'text/', 'text/plain\r\nx: y', 'text/<b>', `text/${'x'.repeat(123)}`])(
    'is not believed of the type %j',
    (mimeType) => {
      expect(fileLinkTo(url, { mimeType }).mimeType).toBe('application/octet-stream');
    },
  );

  it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('is not believed of the size %d', (size) => {
    expect(fileLinkTo(url, { size }).size).toBeNull();
  });

  it('has its name made safe', () => {
    expect(fileLinkTo(url, { fileName: '../a\r\n.txt' }).fileName).toBe('a.txt');
  });
});
