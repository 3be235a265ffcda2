package org.customactions.script.confinement;

/**
 * System calls by their numbers on each kind of processor; negative where there is none. Those that follow
 * {@link #SOCKET} are taken from script processes.
 */
enum SystemCall {
    EXECVE(59, 221),
    PRCTL(157, 167),
    OPENAT(257, 56),
    CLONE(56, 220),
    CLONE3(435, 435),
    TGKILL(234, 131),
    SECCOMP(317, 277),
    LANDLOCK_CREATE_RULESET(444, 444),
    LANDLOCK_ADD_RULE(445, 445),
    LANDLOCK_RESTRICT_SELF(446, 446),

    SOCKET(41, 198),
    SOCKETPAIR(53, 199),
    BIND(49, 200),
    LISTEN(50, 201),
    ACCEPT(43, 202),
    ACCEPT4(288, 242),
    CONNECT(42, 203),
    SENDTO(44, 206),
    SENDMSG(46, 211),
    SENDMMSG(307, 269),
    IO_URING_SETUP(425, 425),
    IO_URING_ENTER(426, 426),
    IO_URING_REGISTER(427, 427),
    FORK(57, -1),
    VFORK(58, -1),
    EXECVEAT(322, 281),
    PTRACE(101, 117),
    PROCESS_VM_READV(310, 270),
    PROCESS_VM_WRITEV(311, 271),
    PROCESS_MADVISE(440, 440),
    KCMP(312, 272),
    KILL(62, 129),
    TKILL(200, 130),
    RT_SIGQUEUEINFO(129, 138),
    RT_TGSIGQUEUEINFO(297, 240),
    PIDFD_OPEN(434, 434),
    PIDFD_SEND_SIGNAL(424, 424),
    PIDFD_GETFD(438, 438),
    SHMGET(29, 194),
    SHMAT(30, 196),
    MSGGET(68, 186),
    SEMGET(64, 190),
    MQ_OPEN(240, 180),
    MOUNT(165, 40),
    UMOUNT2(166, 39),
    PIVOT_ROOT(155, 41),
    CHROOT(161, 51),
    UNSHARE(272, 97),
    SETNS(308, 268),
    OPEN_BY_HANDLE_AT(304, 265),
    BPF(321, 280),
    PERF_EVENT_OPEN(298, 241),
    USERFAULTFD(323, 282),
    KEYCTL(250, 219),
    ADD_KEY(248, 217),
    REQUEST_KEY(249, 218),
    MODIFY_LDT(154, -1),
    PERSONALITY(135, 92),
    KEXEC_LOAD(246, 104),
    INIT_MODULE(175, 105),
    FINIT_MODULE(313, 273);

    private final int onX86;
    private final int onArm;

    SystemCall(int onX86, int onArm) {
        this.onX86 = onX86;
        this.onArm = onArm;
    }

    int number(Machine machine) {
        return machine == Machine.X86_64 ? onX86 : onArm;
    }

    boolean isTaken() {
        return compareTo(SOCKET) >= 0;
    }
}
