// The kernel where no memory for WebAssembly is to be had. Runs as a child process, hence from dist.
WebAssembly.Memory = function Memory() {
  throw new RangeError('WebAssembly.Memory(): could not allocate memory')
}
await import('../../../dist/server/engine/local/kernel.js')
