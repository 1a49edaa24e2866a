import { Socket } from 'node:net';

type Write = Socket['write'];

/**
 * A socket that sends in one packet whatever is written to it in one turn of the event loop. A scope, its queries and its
 * commit are written one after the other, and a packet for each would cost a system call.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  // Node gives a socket its own `write` back when it begins to connect.
  socket.once('connect', () => Object.assign(socket, { write: gathered(socket) }));
  return socket;
}

function gathered(socket: Socket): (...given: Parameters<Write>) => boolean {
  const write: (...given: Parameters<Write>) => boolean = socket.write.bind(socket);
  let gathering = false;
  return (...given) => {
    if (!gathering) {
      gathering = true;
      socket.cork();
      process.nextTick(() => {
        gathering = false;
        socket.uncork();
      });
    }
    return write(...given);
  };
}
