#!/usr/bin/env node
import { post } from "./parts/index.js";
await post();
