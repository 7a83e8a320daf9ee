import { connect } from 'node:net';

/** A request of which the headers and one byte of the body have been sent. */
export function begun(url: string, headers: Record<string, string>) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST /api/messages HTTP/1.1\r\nhost: x\r\n${lines.join('')}content-length: 2\r\n\r\n{`);
  const answer = new Promise<string>((resolve, reject) => {
    socket.once('data', (data: Buffer) => resolve(String(data)));
    socket.once('error', reject);
  });
  return { socket, answer };
}
