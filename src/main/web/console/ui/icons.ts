import {
  'arrow-left' as arrowLeft,
  braces,
  check,
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
export const showIcon = () => drawn(eye, 'icon');
export const hideIcon = () => drawn(eyeOff, 'icon');
export const gripIcon = () => drawn(gripVertical, 'icon');
export const historyIcon = () => drawn(history, 'icon');
export const emptyIcon = () => drawn(inbox, 'icon');
export const secretIcon = () => drawn(key, 'icon');
export const signOutIcon = () => drawn(logOut, 'icon');
export const runIcon = () => drawn(play, 'icon');
export const addIcon = () => drawn(plus, 'icon');
export const refreshIcon = () => drawn(refreshCw, 'icon');
export const searchIcon = () => drawn(search, 'icon');
export const deleteIcon = () => drawn(trash, 'icon');
export const copyIcon = () => drawn(copy, 'icon');
export const commandIcon = () => drawn(command, 'icon');
export const downloadIcon = () => drawn(download, 'icon');
export const uploadIcon = () => drawn(upload, 'icon');
export const outageIcon = () => drawn(unplug, 'icon');
