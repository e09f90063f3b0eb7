/** Right of the point, or left where there is no room; never over the edge. */
export function besidePoint(
  point: { x: number; y: number },
  card: { offsetWidth: number; offsetHeight: number },
  room: { width: number; height: number },
): { left: number; top: number } {
  const away = 16
  const right = point.x + away
  const left = right + card.offsetWidth + 8 <= room.width ? right : point.x - away - card.offsetWidth
  const top = point.y - card.offsetHeight / 2
  return {
    left: Math.max(8, Math.min(left, room.width - card.offsetWidth - 8)),
    top: Math.max(8, Math.min(top, room.height - card.offsetHeight - 8)),
  }
}
