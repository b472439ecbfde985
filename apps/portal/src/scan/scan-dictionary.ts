import type { Dictionary } from '../i18n/dictionary.ts';

export const scanDictionary = {
  lead: [
    '对准证书上的二维码，或选一张拍好的照片、截图。照片只在您的设备上识读，不上传。',
    'Point at the QR code on the certificate, or choose a photograph or a picture of a screen. It is read on your device and not sent.',
  ],
  openCamera: ['打开摄像头', 'Open the camera'],
  closeCamera: ['关闭摄像头', 'Close the camera'],
  looking: ['请把二维码放在画面中间…', 'Hold the code in the middle…'],
  preview: ['摄像头画面', 'What the camera sees'],
  chooseImage: ['选择照片或截图', 'Choose a photograph or picture'],
  noCamera: [
    '这台设备的浏览器不能使用摄像头，请选择照片。',
    'The browser of this device cannot use a camera; choose a picture.',
  ],
  cameraRefused: [
    '没有得到使用摄像头的许可。可在浏览器设置中允许，或选择照片。',
    'The camera was not allowed. Allow it in the settings of the browser, or choose a picture.',
  ],
  noCode: [
    '图片中没有识读到二维码。请让二维码清楚、完整、占画面较大。',
    'No QR code was read in the picture. It should be sharp, whole and large.',
  ],
  elsewhere: [
    '这个二维码指向 {host}，不是本网站，没有打开。仿冒网站常用这种办法，请改用证书上的任意两项查验。',
    'The code leads to {host}, not to this site, and was not opened. Fake sites work like this; use any two facts from the paper.',
  ],
  unknown: [
    '这不是本系统证书上的二维码。请改用证书上的任意两项查验。',
    'This is not a code from our certificates. Use any two facts from the paper.',
  ],
  found: ['已识读，正在核对…', 'Read; checking…'],
} as const satisfies Dictionary;
