// Runs before the page's own scripts: notes when the map's canvas first shows marks, as window.marksDrawn, in
// milliseconds of the browser's clock since 1970. Marks have strong colours; the basemap is pale.
(() => {
  const STRONG = 110; // least brightness and saturation of a strong colour, of 255
  const ENOUGH = 300; // pixels
  const EVERY = 100; // milliseconds

  const watch = (canvas, gl) => {
    const timer = setInterval(() => {
      if (!canvas.isConnected) return;
      const pixels = new Uint8Array(canvas.width * canvas.height * 4);
      gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      let strong = 0;
      for (let i = 0; i < pixels.length; i += 4) {
        const high = Math.max(pixels[i], pixels[i + 1], pixels[i + 2]);
        const low = Math.min(pixels[i], pixels[i + 1], pixels[i + 2]);
        if (high >= STRONG && (high - low) * 255 >= STRONG * high) strong += 1;
      }
      if (strong < ENOUGH) return;
      clearInterval(timer);
      window.marksDrawn = performance.timeOrigin + performance.now();
    }, EVERY);
  };

  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, options) {
    if (!kind.startsWith("webgl")) return getContext.call(this, kind, options);
    // Without this a canvas is blank again by the time that it can be read.
    const gl = getContext.call(this, kind, { ...options, preserveDrawingBuffer: true });
    if (gl && !this.watched) watch(this, gl);
    this.watched = true;
    return gl;
  };
})();
