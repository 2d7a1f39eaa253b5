/** The camera as a reader of QR codes: what it sees is looked at on the device, and nothing of it is kept. */
import { read } from "./qr.mjs";

/** So often a picture is looked at, in milliseconds. */
const PACE = 150;
/** No picture is larger, in pixels: a code on a phone is read from less, and quickly. */
const SIDE = 800;
/** @type {Record<string, string>} */
const REASONS = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

/**
 * Say why there can be no camera, or return nothing where one may be asked for.
 *
 * @returns {"insecure" | "none" | null}
 */
export function noCamera() {
  if (!isSecureContext) return "insecure";
  return "mediaDevices" in navigator ? null : "none";
}

/**
 * Show what the camera sees and read the codes in it, until it is stopped.
 *
 * Ends with the reason where that fails: `refused`, `none` or `busy`.
 *
 * @param {HTMLVideoElement} video
 * @param {(text: string) => void} seen hears each text again and again while it is in view
 * @returns {Promise<{ stop: () => void } | { failed: string }>}
 */
export async function startCamera(video, seen) {
  /** @type {MediaStream} */
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    return { failed: REASONS[error instanceof Error ? error.name : ""] ?? "busy" };
  }
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const timer = setInterval(() => {
    const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight));
    const [width, height] = [video.videoWidth, video.videoHeight].map((side) => Math.floor(side * scale));
    if (!context || !width || !height) return;
    Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0, width, height);
    const text = read(context.getImageData(0, 0, width, height));
    if (text) seen(text);
  }, PACE);
  const stop = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  return { stop };
}
