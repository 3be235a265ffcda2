import {
  'arrow-left' as arrowLeft,
  braces,
  'chart-column' as chartColumn,
  check,
  'chevron-down' as chevronDown,
  'circle-help' as circleHelp,
  clock,
  command,
  copy,
  download,
  eye,
  'eye-off' as eyeOff,
  'grip-vertical' as gripVertical,
  history,
  inbox,
  'key-round' as key,
  'log-out' as logOut,
  play,
  plus,
  'refresh-cw' as refreshCw,
  'undo-2' as undo,
  search,
  'trash-2' as trash,
  unplug,
  upload,
} from 'lucide-static/icon-nodes.json';
import { drawn } from '../../embed/icons';

export { ACTION_ICONS, actionIcon, closeIcon, failureIcon, spinner } from '../../embed/icons';

export const backIcon = () => drawn(arrowLeft, 'icon');
export const variableIcon = () => drawn(braces, 'icon');
export const successIcon = () => drawn(check, 'icon');
export const foldIcon = () => drawn(chevronDown, 'icon');
export const unknownIcon = () => drawn(circleHelp, 'icon');
export const pendingIcon = () => drawn(clock, 'icon');
export const exportIcon = () => drawn(download, 'icon');
export const showIcon = () => drawn(eye, 'icon');
export const hideIcon = () => drawn(eyeOff, 'icon');
export const gripIcon = () => drawn(gripVertical, 'icon');
export const historyIcon = () => drawn(history, 'icon');
export const emptyIcon = () => drawn(inbox, 'icon');
export const secretIcon = () => drawn(key, 'icon');
export const usageIcon = () => drawn(chartColumn, 'icon');
export const signOutIcon = () => drawn(logOut, 'icon');
export const runIcon = () => drawn(play, 'icon');
export const addIcon = () => drawn(plus, 'icon');
export const refreshIcon = () => drawn(refreshCw, 'icon');
export const restoreIcon = () => drawn(undo, 'icon');
export const searchIcon = () => drawn(search, 'icon');
export const deleteIcon = () => drawn(trash, 'icon');
export const copyIcon = () => drawn(copy, 'icon');
export const commandIcon = () => drawn(command, 'icon');
export const downloadIcon = () => drawn(download, 'icon');
export const uploadIcon = () => drawn(upload, 'icon');
export const outageIcon = () => drawn(unplug, 'icon');
