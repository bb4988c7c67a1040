/** A way to a server that can be made to swallow everything, as a broken network does: nothing fails, nothing comes. */
import { connect, createServer } from 'node:net';

export async function createHole(target, port = 0) {
  const pairs = new Set();
  let swallows = false;
  const door = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    const pair = [near, far];
    pairs.add(pair);
    for (const socket of pair) {
      socket
        .on('error', () => {})
        .on('close', () => {
          pairs.delete(pair);
          for (const each of pair) each.destroy();
        });
    }
    near.on('data', (chunk) => swallows || far.write(chunk));
    far.on('data', (chunk) => swallows || near.write(chunk));
  });
  await new Promise((resolve) => door.listen(port, '127.0.0.1', resolve));
  return {
    port: door.address().port,
    swallow: () => (swallows = true),
    /** Lets new connections through; those from before have lost bytes and stay dead. */
    mend: () => {
      for (const pair of pairs) for (const socket of pair) socket.pause();
      swallows = false;
    },
    close: () => {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      door.close();
    },
  };
}
